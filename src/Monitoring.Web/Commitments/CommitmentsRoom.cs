using Monitoring.Web.Audit;

namespace Monitoring.Web.Commitments;

/// <summary>What a country has bound itself to, and what delivers it.</summary>
public static class CommitmentsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string Commitment = "Commitment";

    public static readonly string[] Owns = [Commitment, "CommitmentInitiative"];
    public static readonly string[] Reads = ["Initiative", "CountryTranslation", "Indicator", "CountryStatement", "TimelineEvent", "ChecklistAnswer", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddCommitmentsRoom(this IServiceCollection services) => services
        .AddScoped<ListCommitments>()
        .AddScoped<SaveCommitment>()
        .AddScoped<RetireCommitment>()
        .AddScoped<Restorer, RestoreCommitment>();
}
