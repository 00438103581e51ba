using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>What was typed about a person who shall have a role.</summary>
public sealed record Invitee(string? Email, string? Name, Role Role, IReadOnlyCollection<Guid> Initiatives);
