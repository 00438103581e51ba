namespace Monitoring.Data;

/// <summary>The roles of the access table. A person can hold several, each in its scope.</summary>
public enum Role
{
    /// <summary>Of a country; edits the initiatives named in the grant.</summary>
    Contributor,
    /// <summary>Of a country; keeps the whole workspace current and sends the report.</summary>
    FocalPoint,
    /// <summary>Of a country; approves or returns the country's report.</summary>
    NationalApprover,
    /// <summary>Of a country; its people and settings.</summary>
    CountryAdministrator,
    /// <summary>Of a country; reads.</summary>
    Observer,
    /// <summary>Regional; reads the region.</summary>
    SecretariatAnalyst,
    /// <summary>Regional; reads the region, accepts, publishes, keeps the catalogues.</summary>
    SecretariatLead,
    /// <summary>Reads what is published.</summary>
    Donor,
    /// <summary>Adds countries and each one's first administrator; sees no country data.</summary>
    Administrator,
}

/// <summary>What a person may do. Rights on a country need that country; the others stand alone.</summary>
public enum May
{
    /// <summary>Read a country's workspace.</summary>
    ReadCountry,
    /// <summary>Edit an initiative and what hangs on it; a contributor only their own.</summary>
    EditInitiative,
    /// <summary>Edit what belongs to the country as a whole (commitments, indicators, checklists), create initiatives.</summary>
    EditCountry,
    /// <summary>Talk about what the country keeps; a contributor about their own initiatives. Also while the report is on its way: that is
    /// when there is something to ask and to answer.</summary>
    Comment,
    /// <summary>Send the country's report and take it back: writes the report, nothing else of the country.</summary>
    SendReport,
    /// <summary>Approve or return the country's report.</summary>
    ApproveReport,
    /// <summary>People and settings of one country.</summary>
    ManageCountry,
    /// <summary>Read the region.</summary>
    ReadRegion,
    /// <summary>Keep comparisons of countries under a name, for oneself or for the secretariat.</summary>
    KeepComparisons,
    /// <summary>Read a country's report from national approval on: reads that country, changes nothing.</summary>
    ReviewReport,
    /// <summary>Accept or return a country's report: writes that country's report and snapshot, nothing else of it.</summary>
    AcceptReport,
    /// <summary>Regional catalogues and cycles.</summary>
    EditCatalogues,
    /// <summary>Publish what was accepted.</summary>
    Publish,
    /// <summary>Read what is published.</summary>
    ReadProgress,
    /// <summary>Countries and each one's first administrator.</summary>
    ManageCountries,
    /// <summary>The own account: password, language, sessions. Everybody who is signed in.</summary>
    OwnAccount,
}

/// <summary>The access table of the product as code: what is not here is refused.</summary>
public static class Rights
{
    /// <summary>Does <paramref name="role"/> carry <paramref name="may"/>? The scope (which country, which initiatives) is the gate's matter.</summary>
    public static bool Allow(Role role, May may) => may switch
    {
        May.OwnAccount or May.ReadProgress => true,
        May.ReadCountry => role is Role.Contributor or Role.FocalPoint or Role.NationalApprover or Role.CountryAdministrator or Role.Observer,
        May.EditInitiative => role is Role.Contributor or Role.FocalPoint,
        May.EditCountry or May.SendReport => role is Role.FocalPoint,
        May.Comment => role is Role.Contributor or Role.FocalPoint or Role.NationalApprover,
        May.ApproveReport => role is Role.NationalApprover,
        May.ManageCountry => role is Role.CountryAdministrator,
        May.ReadRegion or May.KeepComparisons or May.ReviewReport => role is Role.SecretariatAnalyst or Role.SecretariatLead,
        May.AcceptReport or May.EditCatalogues or May.Publish => role is Role.SecretariatLead,
        May.ManageCountries => role is Role.Administrator,
        _ => false,
    };

    /// <summary>Is <paramref name="may"/> asked of one country by that country's own people?</summary>
    public static bool NeedsCountry(May may) =>
        may is May.ReadCountry or May.EditInitiative or May.EditCountry or May.Comment or May.SendReport or May.ApproveReport or May.ManageCountry;

    /// <summary>Does <paramref name="may"/> open the tables of one country? Its own people's rights, and the secretariat's over its report.</summary>
    public static bool OpensCountry(May may) => NeedsCountry(may) || may is May.ReviewReport or May.AcceptReport or May.Publish;

    /// <summary>Does <paramref name="may"/> change something of a country? In a suspended one nobody may.</summary>
    public static bool Writes(May may) =>
        may is May.EditInitiative or May.EditCountry or May.Comment or May.SendReport or May.ApproveReport or May.ManageCountry or May.AcceptReport or May.Publish;

    /// <summary>Does <paramref name="may"/> change living rows? Not while the country's report is on its way.</summary>
    public static bool EditsLivingRows(May may) => may is May.EditInitiative or May.EditCountry;

    /// <summary>Does <paramref name="role"/> write texts of a country? Only those who do keep drafts there.</summary>
    public static bool Drafts(Role role) => Allow(role, May.EditInitiative) || Allow(role, May.EditCountry) || Allow(role, May.ApproveReport);

    /// <summary>Is <paramref name="role"/> held in a country?</summary>
    public static bool IsNational(Role role) =>
        role is Role.Contributor or Role.FocalPoint or Role.NationalApprover or Role.CountryAdministrator or Role.Observer;
}
