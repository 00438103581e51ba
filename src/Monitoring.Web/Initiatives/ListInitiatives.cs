using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Which initiatives by what is missing.</summary>
public enum Gap { NoResults, NoNextSteps, Overdue, NotAssessed, NoBudget }

/// <summary>What the address asks the list for.</summary>
public sealed record InitiativeFilter(string? Search = null, string? Axis = null, Stage? Stage = null, Outlook? Outlook = null, Gap? Gap = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && Axis is null && Stage is null && Outlook is null && Gap is null;
}

public sealed class ListInitiatives(Gate gate)
{
    public const int PageSize = 50;

    /// <exception cref="UnknownChoiceException">A sort key that is not offered.</exception>
    public async Task<InitiativeList> RunAsync(CountryCode country, InitiativeFilter filter, string? sort, int page, CancellationToken ct = default)
    {
        var order = Sort.Parse(sort ?? "place");
        await using var db = await gate.ReadAsync(country, ct: ct);
        var sql = InitiativeFacts.All
            .And(string.IsNullOrWhiteSpace(filter.Search) ? null : Found)
            .And(filter.Axis is null ? null : OfAxis)
            .And(filter.Stage is null ? null : AtStage)
            .And(filter.Outlook is null ? null : WithOutlook)
            .And(Of(filter.Gap));
        var args = new { Search = Folded.Pattern(filter.Search), filter.Axis, filter.Stage, filter.Outlook };
        var rows = await db.PageAsync<InitiativeFacts>(sql, args, order, new Window((page - 1) * PageSize, PageSize), ct);
        return new InitiativeList(rows, await db.ListAsync<Axis>(Axes, ct: ct), await gate.MayAsync(May.EditCountry, country, ct: ct));
    }

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
        .Or("stage", "i.Stage").Or("outlook", "i.Outlook").Or("changed", "i.ChangedAt");

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

    public static readonly Filter NotAssessed = Filter.Of("i.Outlook = 'NotAssessed'");

    public static readonly Filter NoResults = Filter.Of("""
        not exists (select 1 from Result r where r.Country = @Country and r.InitiativeId = i.Id and r.RetiredAt is null)
        """);

    public static readonly Filter NoNextSteps = Filter.Of("""
        not exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null)
        """);

    public static readonly Filter Overdue = Filter.Of("""
        exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null
                   and s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today)
        """);

    public static readonly Filter NoBudget = Filter.Of("""
        not exists (select 1 from BudgetLine b where b.Country = @Country and b.InitiativeId = i.Id and b.RetiredAt is null and b.Mark <> 'Illustrative'
                   and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null)
        """);
}

/// <summary>A page of initiatives with what the page around it needs.</summary>
public sealed record InitiativeList(Page<InitiativeFacts> Page, IReadOnlyList<Axis> Axes, bool MayAdd);

/// <summary>An initiative to begin with.</summary>
public sealed record Template : Named;
