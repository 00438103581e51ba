using Monitoring.Data;
using Monitoring.Web.Countries;
using YamlDotNet.Serialization;

namespace Monitoring.Web.Seeding;

/// <summary><c>mirps-2021.yaml</c>: the whole content of the 2021 report. A property is a key of the file.</summary>
public sealed record ReportFile
{
    public const string Name = "mirps-2021.yaml";

    public required SeedFramework Framework { get; init; }
    public required IReadOnlyList<SeedAxis> Axes { get; init; }
    [YamlMember(Alias = "group_topics_2021", ApplyNamingConventions = false)]
    public required IReadOnlyList<SeedTopic> GroupTopics2021 { get; init; }
    public required IReadOnlyList<SeedCountry> Countries { get; init; }
    public required IReadOnlyList<SeedExpert> Experts { get; init; }
    public required IReadOnlyList<SeedRegionalInstitution> RegionalInstitutions { get; init; }
    public required IReadOnlyList<SeedInstitution> Institutions { get; init; }
    public required IReadOnlyList<SeedInitiative> Initiatives { get; init; }
    public required IReadOnlyList<SeedIndicator> Indicators { get; init; }
    public required IReadOnlyList<SeedCommonIndicator> RegionalCommonIndicators { get; init; }
    public required IReadOnlyList<SeedChecklist> Checklists { get; init; }
    public required IReadOnlyList<SeedEvent> Timeline { get; init; }
    public required IReadOnlyList<SeedAnomaly> SourceAnomalies { get; init; }
}

public sealed record SeedFramework
{
    public required string Name { get; init; }
    public required IReadOnlyList<string> TechnicalSecretariat { get; init; }
    public required SeedWorkingGroup WorkingGroup { get; init; }
    public required IReadOnlyList<string> Members { get; init; }
    public required IReadOnlyList<string> Observer { get; init; }
    [YamlMember(Alias = "lead_country_2021", ApplyNamingConventions = false)]
    public required string LeadCountry2021 { get; init; }
    [YamlMember(Alias = "pro_tempore_presidency_2021", ApplyNamingConventions = false)]
    public required string ProTemporePresidency2021 { get; init; }
    public required IReadOnlyList<string> ExpertPanel { get; init; }
    public required IReadOnlyList<string> GuidingReferences { get; init; }
    public required string DocumentYear { get; init; }
}

public sealed record SeedWorkingGroup
{
    public required string Name { get; init; }
    public required string Founded { get; init; }
    public required string Src { get; init; }
}

public sealed record SeedAxis
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEs { get; init; }
    public required int Page { get; init; }
}

public sealed record SeedTopic
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEs { get; init; }
}

public sealed record SeedCountry
{
    public required CountryCode Code { get; init; }
    public required string Name { get; init; }
    public required string NameEs { get; init; }
    public required string Role { get; init; }
    public required IReadOnlyList<SeedRole> Roles { get; init; }
    public required IReadOnlyList<SeedStatement> ProgressStatements { get; init; }

    /// <summary>Members are those that report.</summary>
    public bool IsMember => Roles.Any(r => r.Role is CountryRoleKind.Member);
}

public sealed record SeedRole
{
    public required int Year { get; init; }
    public required CountryRoleKind Role { get; init; }
}

/// <summary>A State on the panel of experts: named in the catalogue, no tenant.</summary>
public sealed record SeedExpert
{
    public required CountryCode Code { get; init; }
    public required IReadOnlyList<SeedRole> Roles { get; init; }
}

public sealed record SeedStatement
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Date { get; init; }
    public required string Axis { get; init; }
    public required Mark Status { get; init; }
    public required string Src { get; init; }
}

public sealed record SeedRegionalInstitution
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEs { get; init; }
}

/// <summary>A body of a country, under every name that the source gives it.</summary>
public sealed record SeedInstitution
{
    public required CountryCode Country { get; init; }
    public required string Name { get; init; }
    public string? Acronym { get; init; }
    public string? Regional { get; init; }
    public IReadOnlyList<string> Printed { get; init; } = [];
    public IReadOnlyList<SeedAlias> Aliases { get; init; } = [];
}

public sealed record SeedAlias
{
    public required string Name { get; init; }
    public string? Src { get; init; }
}

public sealed record SeedEvent
{
    public required string Date { get; init; }
    public required string Country { get; init; }
    public required string Event { get; init; }
}

public sealed record SeedAnomaly
{
    public required string Id { get; init; }
    public required string What { get; init; }
    public string? Src { get; init; }
}

/// <summary>Codes that one file uses of another.</summary>
internal static class ReportCodes
{
    /// <summary>The country of an initiative, which must be <paramref name="expected"/> where one is expected.</summary>
    public static CountryCode Initiative(this ReportFile report, string code, CountryCode? expected) =>
        report.Initiatives.FirstOrDefault(i => i.Code == code && (expected is null || i.Country == expected))?.Country
        ?? throw new SeedException($"{DemoFile.Name} names {code}, which is no initiative{(expected is { } country ? " of " + country : "")}.");

    /// <summary>The initiative of a next step.</summary>
    public static SeedInitiative StepOf(this ReportFile report, string step) =>
        report.Initiatives.FirstOrDefault(i => i.NextSteps.Any(s => s.Id == step))
        ?? throw new SeedException($"{DemoFile.Name} names {step}, which is no next step.");
}
