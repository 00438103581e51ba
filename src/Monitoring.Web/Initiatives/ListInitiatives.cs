using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Which initiatives by what is missing; of <see cref="SheetPart"/> what a country asks for most.</summary>
public enum Gap { NotAssessed, NoCoverage, NoLength, NoInCharge, NoTargetPopulation, NoObjectives, NoChallenges, NoResults, NoNextSteps, NoDueDates, NoBudget }

/// <summary>What the address asks the list for.</summary>
public sealed record InitiativeFilter(string? Search = null, string? Axis = null, Stage? Stage = null, Outlook? Outlook = null, Gap? Gap = null,
    string? Topic = null, string? Institution = null, bool Overdue = false)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && Axis is null && Stage is null && Outlook is null && Gap is null && Topic is null
        && Institution is null && !Overdue;
}

public sealed class ListInitiatives(Gate gate)
{
    public const int PageSize = 50;

    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<InitiativeList> RunAsync(CountryCode country, InitiativeFilter filter, string? sort, int page, CancellationToken ct = default)
    {
        var (order, window, keys) = (Sort.Parse(sort ?? "place"), new Window((page - 1) * PageSize, PageSize), Narrowed(filter));
        await using var db = await gate.ReadAsync(country, ct: ct);
        var institutions = await db.ListAsync<string>(ReadFactSheet.InstitutionNames, ct: ct);
        var args = Args(filter, institutions);
        var rows = await db.PageAsync<InitiativeFacts>(InitiativeFacts.All, "i.Id", keys, args, order, window, ct);
        return await WithNamesAsync(db, rows, institutions, await db.OfPageAsync<NameOf>(TopicsOf, "o.InitiativeId", keys, args, order, window, ct),
            await db.OfPageAsync<NameOf>(InChargeOf, "p.InitiativeId", keys, args, order, window, ct), await gate.MayAsync(May.EditCountry, country, ct: ct), ct);
    }

    /// <summary>All pages at once, for a file.</summary>
    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<InitiativeList> AllAsync(CountryCode country, InitiativeFilter filter, string? sort, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "place");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var institutions = await db.ListAsync<string>(ReadFactSheet.InstitutionNames, ct: ct);
        var rows = await db.ListAsync<InitiativeFacts>(InitiativeFacts.All.Among("i.Id", Narrowed(filter)).OrderBy(order), Args(filter, institutions), ct);
        return await WithNamesAsync(db, new Page<InitiativeFacts>(rows, false), institutions, await db.ListAsync<NameOf>(TopicsOf, null, ct),
            await db.ListAsync<NameOf>(InChargeOf, null, ct), mayAdd: false, ct);
    }

    private static CountrySql Narrowed(InitiativeFilter filter) => Keys
        .And(string.IsNullOrWhiteSpace(filter.Search) ? null : Found)
        .And(filter.Axis is null ? null : OfAxis)
        .And(filter.Stage is null ? null : AtStage)
        .And(filter.Outlook is null ? null : WithOutlook)
        .And(filter.Topic is null ? null : OnTopic)
        .And(filter.Institution is null ? null : OfInstitution)
        .And(filter.Overdue ? Overdue : null)
        .And(Of(filter.Gap));

    // A part of a name that only one institution has is its name.
    private static string? Meant(string? typed, IReadOnlyList<string> institutions) =>
        typed is null || institutions.Contains(typed) ? typed
        : institutions.Where(n => Folded.Of(n).Contains(Folded.Of(typed), StringComparison.Ordinal)).ToList() is [var one] ? one : typed;

    private static object Args(InitiativeFilter filter, IReadOnlyList<string> institutions) => new
    {
        Search = Folded.Pattern(filter.Search),
        filter.Axis,
        filter.Stage,
        filter.Outlook,
        filter.Topic,
        Institution = Meant(filter.Institution, institutions),
    };

    // Names of topics and institutions are put together here: the two engines have no common way to join texts of rows.
    private static async Task<InitiativeList> WithNamesAsync(CountryDb db, Page<InitiativeFacts> page, IReadOnlyList<string> institutions,
        IReadOnlyList<NameOf> topicsOf, IReadOnlyList<NameOf> inChargeOf, bool mayAdd, CancellationToken ct)
    {
        var agenda = await db.ListAsync<Topic>(ReadFactSheet.Agenda, null, ct);
        var topics = topicsOf.OrderBy(t => t.Name, StringComparer.Ordinal).ToLookup(t => t.InitiativeId, t => agenda.FirstOrDefault(a => a.Code == t.Name)?.Name ?? t.Name);
        var inCharge = inChargeOf.OrderBy(p => p.Position).ToLookup(p => p.InitiativeId, p => p.Name);
        var rows = page.Rows.Select(i => i with { TopicNames = Joined(topics[i.Id]), InChargeNames = Joined(inCharge[i.Id]) }).ToList();
        return new InitiativeList(page with { Rows = rows }, await db.ListAsync<Axis>(Axes, ct: ct), agenda, institutions, mayAdd);
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
        Gap.NotAssessed => NotAssessed,
        Gap.NoCoverage => NoCoverage,
        Gap.NoLength => NoLength,
        Gap.NoInCharge => NoInCharge,
        Gap.NoTargetPopulation => NoTargetPopulation,
        Gap.NoObjectives => NoObjectives,
        Gap.NoChallenges => NoChallenges,
        Gap.NoResults => NoResults,
        Gap.NoNextSteps => NoNextSteps,
        Gap.NoDueDates => NoDueDates,
        Gap.NoBudget => NoBudget,
        _ => throw new UnknownChoiceException("gap", gap.ToString()!),
    };

    public static readonly SortBy Sort = SortBy.Of("code", "i.Code").Or("place", "i.Position").Or("title", "i.Title").Or("axis", "i.AxisCode")
        .Or("stage", "i.Stage").Or("outlook", "i.Outlook").Or("changed", "i.ChangedAt").Or("progress", "coalesce(i.ProgressPercent, -1)")
        .Or("results", "(select count(*) from Result r where r.Country = @Country and r.InitiativeId = i.Id and r.RetiredAt is null)")
        .Or("overdue", """
            (select count(case when s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today then 1 end) from NextStep s
              where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null)
            """);

    /// <summary>Narrowed and put in order before anything else of an initiative is read.</summary>
    public static readonly CountrySql Keys = CountrySql.Of("select i.Id from Initiative i where i.Country = @Country and i.ArchivedAt is null");

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
                   and (p.PrintedName = @Institution or n.Name = @Institution or n.Acronym = @Institution))
        """);

    public static readonly CountrySql TopicsOf = CountrySql.Of("""
        select o.InitiativeId, o.TopicCode as Name, 0 as Position from InitiativeTopic o where o.Country = @Country
        """);

    public static readonly CountrySql InChargeOf = CountrySql.Of("""
        select p.InitiativeId, p.PrintedName as Name, p.Position
          from InitiativeInstitution p
         where p.Country = @Country and p.Part = 'InCharge' and p.RetiredAt is null
        """);

    public static readonly Filter NotAssessed = Filter.Of("i.Outlook = 'NotAssessed'");

    public static readonly Filter NoCoverage = Filter.Of("i.Coverage is null");

    public static readonly Filter NoLength = Filter.Of("i.Length is null and i.StartsOn is null and i.EndsOn is null");

    public static readonly Filter NoTargetPopulation = Filter.Of("i.TargetPopulation is null");

    public static readonly Filter NoInCharge = Filter.Of("""
        not exists (select 1 from InitiativeInstitution p where p.Country = @Country and p.InitiativeId = i.Id and p.Part = 'InCharge' and p.RetiredAt is null)
        """);

    public static readonly Filter NoObjectives = Filter.Of("""
        not exists (select 1 from InitiativeItem t where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Objective' and t.RetiredAt is null)
        """);

    public static readonly Filter NoChallenges = Filter.Of("""
        not exists (select 1 from InitiativeItem t where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Challenge' and t.RetiredAt is null)
        """);

    public static readonly Filter NoDueDates = Filter.Of("""
        exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null
                   and s.Status in ('Planned', 'UnderWay') and s.DueOn is null)
        """);

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
    public int Position { get; init; }
}

/// <summary>An initiative to begin with.</summary>
public sealed record Template : Named;
