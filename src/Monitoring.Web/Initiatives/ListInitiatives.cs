using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Which initiatives by what is missing.</summary>
public enum Gap { NoResults, NoNextSteps, Overdue, NotAssessed, NoBudget }

/// <summary>What the address asks the list for.</summary>
public sealed record InitiativeFilter(string? Search = null, string? Axis = null, Stage? Stage = null, Outlook? Outlook = null, Gap? Gap = null,
    string? Topic = null, string? Institution = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && Axis is null && Stage is null && Outlook is null && Gap is null && Topic is null
        && Institution is null;
}

public sealed class ListInitiatives(Gate gate)
{
    public const int PageSize = 50;

    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<InitiativeList> RunAsync(CountryCode country, InitiativeFilter filter, string? sort, int page, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "place");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var rows = await db.PageAsync<InitiativeFacts>(Narrowed(filter), Args(filter), order, new Window((page - 1) * PageSize, PageSize), ct);
        return await WithRestAsync(db, rows, await gate.MayAsync(May.EditCountry, country, ct: ct), ct);
    }

    /// <summary>All pages at once, for a file.</summary>
    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<InitiativeList> AllAsync(CountryCode country, InitiativeFilter filter, string? sort, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "place");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var rows = await db.ListAsync<InitiativeFacts>(Narrowed(filter).OrderBy(order), Args(filter), ct);
        return await WithRestAsync(db, new Page<InitiativeFacts>(rows, false), mayAdd: false, ct);
    }

    private static CountrySql Narrowed(InitiativeFilter filter) => InitiativeFacts.All
        .And(string.IsNullOrWhiteSpace(filter.Search) ? null : Found)
        .And(filter.Axis is null ? null : OfAxis)
        .And(filter.Stage is null ? null : AtStage)
        .And(filter.Outlook is null ? null : WithOutlook)
        .And(filter.Topic is null ? null : OnTopic)
        .And(filter.Institution is null ? null : OfInstitution)
        .And(Of(filter.Gap));

    private static object Args(InitiativeFilter filter) =>
        new { Search = Folded.Pattern(filter.Search), filter.Axis, filter.Stage, filter.Outlook, filter.Topic, filter.Institution };

    // Names of topics and institutions are put together here: the two engines have no common way to join texts of rows.
    private static async Task<InitiativeList> WithRestAsync(CountryDb db, Page<InitiativeFacts> page, bool mayAdd, CancellationToken ct)
    {
        var agenda = await db.ListAsync<Topic>(ReadFactSheet.Agenda, null, ct);
        var topics = (await db.ListAsync<NameOf>(TopicsOf, null, ct)).ToLookup(t => t.InitiativeId, t => agenda.FirstOrDefault(a => a.Code == t.Name)?.Name ?? t.Name);
        var inCharge = (await db.ListAsync<NameOf>(InChargeOf, null, ct)).ToLookup(p => p.InitiativeId, p => p.Name);
        var rows = page.Rows.Select(i => i with { TopicNames = Joined(topics[i.Id]), InChargeNames = Joined(inCharge[i.Id]) }).ToList();
        return new InitiativeList(page with { Rows = rows }, await db.ListAsync<Axis>(Axes, ct: ct), agenda, await db.ListAsync<string>(ReadFactSheet.InstitutionNames, ct: ct), mayAdd);
    }

    private static string? Joined(IEnumerable<string> names) => names.Any() ? string.Join("; ", names) : null;

    /// <summary>The axes that an initiative may have.</summary>
    public async Task<IReadOnlyList<Axis>> AxesAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<Axis>(Axes, ct: ct);
    }

    /// <summary>The initiatives whose structure a new one can begin with.</summary>
    public async Task<IReadOnlyList<Template>> TemplatesAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<Template>(Templates, ct: ct);
    }

    private static Filter? Of(Gap? gap) => gap switch
    {
        null => null,
        Gap.NoResults => NoResults,
        Gap.NoNextSteps => NoNextSteps,
        Gap.Overdue => Overdue,
        Gap.NotAssessed => NotAssessed,
        Gap.NoBudget => NoBudget,
        _ => throw new UnknownChoiceException("gap", gap.ToString()!),
    };

    public static readonly SortBy Sort = SortBy.Of("code", "i.Code").Or("place", "i.Position").Or("title", "i.Title").Or("axis", "i.AxisCode")
        .Or("stage", "i.Stage").Or("outlook", "i.Outlook").Or("changed", "i.ChangedAt").Or("progress", "coalesce(i.ProgressPercent, -1)");

    public static readonly CountrySql Axes = CountrySql.Of("select Code, NameEn, NameEs from ThematicAxis order by Position");

    public static readonly CountrySql Templates = CountrySql.Of("""
        select Code, concat(Code, ' · ', Title) as NameEn, concat(Code, ' · ', Title) as NameEs
          from Initiative
         where Country = @Country and ArchivedAt is null
         order by Position, Code
        """);

    public static readonly Filter Found = Filter.Of("i.SearchText like @Search escape '!'");

    public static readonly Filter OfAxis = Filter.Of("i.AxisCode = @Axis");

    public static readonly Filter AtStage = Filter.Of("i.Stage = @Stage");

    public static readonly Filter WithOutlook = Filter.Of("i.Outlook = @Outlook");

    public static readonly Filter OnTopic = Filter.Of(
        "exists (select 1 from InitiativeTopic o where o.Country = @Country and o.InitiativeId = i.Id and o.TopicCode = @Topic)");

    public static readonly Filter OfInstitution = Filter.Of("""
        exists (select 1 from InitiativeInstitution p
                  left join Institution n on n.Country = p.Country and n.Id = p.InstitutionId
                 where p.Country = @Country and p.InitiativeId = i.Id and p.RetiredAt is null
                   and (p.PrintedName = @Institution or n.Name = @Institution))
        """);

    public static readonly CountrySql TopicsOf = CountrySql.Of("""
        select o.InitiativeId, o.TopicCode as Name from InitiativeTopic o where o.Country = @Country order by o.TopicCode
        """);

    public static readonly CountrySql InChargeOf = CountrySql.Of("""
        select p.InitiativeId, p.PrintedName as Name
          from InitiativeInstitution p
         where p.Country = @Country and p.Part = 'InCharge' and p.RetiredAt is null
         order by p.Position
        """);

    public static readonly Filter NotAssessed = Filter.Of("i.Outlook = 'NotAssessed'");

    public static readonly Filter NoResults = Filter.Of("""
        not exists (select 1 from Result r where r.Country = @Country and r.InitiativeId = i.Id and r.RetiredAt is null)
        """);

    public static readonly Filter NoNextSteps = Filter.Of("""
        not exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null)
        """);

    public static readonly Filter Overdue = Filter.Of("""
        i.Id in (select s.InitiativeId from NextStep s where s.Country = @Country and s.RetiredAt is null
                    and s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today)
        """);

    public static readonly Filter NoBudget = Filter.Of("""
        not exists (select 1 from BudgetLine b where b.Country = @Country and b.InitiativeId = i.Id and b.RetiredAt is null and b.Mark <> 'Illustrative'
                   and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null)
        """);
}

/// <summary>A page of initiatives with what the page around it needs.</summary>
public sealed record InitiativeList(Page<InitiativeFacts> Page, IReadOnlyList<Axis> Axes, IReadOnlyList<Topic> Topics, IReadOnlyList<string> Institutions, bool MayAdd);

/// <summary>A name that belongs to an initiative.</summary>
public sealed record NameOf
{
    public Guid InitiativeId { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>An initiative to begin with.</summary>
public sealed record Template : Named;
