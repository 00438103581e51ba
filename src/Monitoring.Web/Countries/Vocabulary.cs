namespace Monitoring.Web.Countries;

/// <summary>A country's role in the group in one year. Denominators count members only.</summary>
public enum CountryRoleKind { Member, Observer, Lead, Presidency, Expert }
