using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The head of a fact sheet as it was accepted.</summary>
public sealed record FrozenInitiative : FrozenRow
{
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string AxisCode { get; init; } = "";
    public string Stage { get; init; } = "";
    public string StageMark { get; init; } = "";
    public string? StageNote { get; init; }
    public string Outlook { get; init; } = "";
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Length { get; init; }
    public string? Coverage { get; init; }
    public string CoverageMark { get; init; } = "";
    public string? TargetPopulation { get; init; }
    public string? Topics { get; init; }
    public string? InCharge { get; init; }
    public string? Partners { get; init; }
    public int? PhasesDeclared { get; init; }
    public int? ProgressPercent { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{Position:D6} {Code}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select i.Id as InitiativeId, i.Code, i.Title, i.Summary, i.ContentLanguage, i.AxisCode, i.Stage, coalesce(s.Mark, i.Mark) as StageMark,
               i.StageNote, i.Outlook, i.StartsOn, i.EndsOn, i.Length, i.Coverage, coalesce(c.Mark, i.Mark) as CoverageMark, i.TargetPopulation,
               i.PhasesDeclared, i.ProgressPercent, i.Position, i.Mark, i.SourceLines
          from Initiative i
          left join ValueMark s on s.Country = @Country and s.Subject = 'Initiative' and s.SubjectId = i.Id and s.Field = 'Stage'
          left join ValueMark c on c.Country = @Country and c.Subject = 'Initiative' and c.SubjectId = i.Id and c.Field = 'Coverage'
         where i.Country = @Country and i.ArchivedAt is null
        """);

    public static readonly CountrySql TopicsOf = CountrySql.Of("select InitiativeId, TopicCode from InitiativeTopic where Country = @Country");

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenInitiative (Country, SnapshotNo, InitiativeId, Code, Title, Summary, ContentLanguage, AxisCode, Stage, StageMark, StageNote,
               Outlook, StartsOn, EndsOn, Length, Coverage, CoverageMark, TargetPopulation, Topics, InCharge, Partners, PhasesDeclared,
               ProgressPercent, Position, Mark, SourceLines)
        values (@Country, @SnapshotNo, @InitiativeId, @Code, @Title, @Summary, @ContentLanguage, @AxisCode, @Stage, @StageMark, @StageNote,
               @Outlook, @StartsOn, @EndsOn, @Length, @Coverage, @CoverageMark, @TargetPopulation, @Topics, @InCharge, @Partners, @PhasesDeclared,
               @ProgressPercent, @Position, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select InitiativeId, Code, Title, Summary, ContentLanguage, AxisCode, Stage, StageMark, StageNote, Outlook, StartsOn, EndsOn, Length,
               Coverage, CoverageMark, TargetPopulation, Topics, InCharge, Partners, PhasesDeclared, ProgressPercent, Position, Mark, SourceLines
          from FrozenInitiative
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);

    /// <summary>Topics and names in one text each, so that a list of fact sheets needs no second query.</summary>
    internal static async Task<IReadOnlyList<FrozenInitiative>> WithNamesAsync(CountryDb db, IReadOnlyList<FrozenInitiative> rows, CancellationToken ct)
    {
        var parts = (await db.ListAsync<FrozenInstitution>(FrozenInstitution.Living, null, ct)).ToLookup(p => (p.InitiativeId, p.Part));
        var topics = (await db.ListAsync<TopicRow>(TopicsOf, null, ct)).ToLookup(t => t.InitiativeId, t => t.TopicCode);
        return [.. rows.Select(r => r with
        {
            Topics = FrozenText.Joined(topics[r.InitiativeId].Order(StringComparer.Ordinal)),
            InCharge = FrozenText.Joined(parts[(r.InitiativeId, "InCharge")].OrderBy(p => p.Position).Select(p => p.PrintedName)),
            Partners = FrozenText.Joined(parts[(r.InitiativeId, "Partner")].OrderBy(p => p.Position).Select(p => p.PrintedName)),
        })];
    }

    private sealed record TopicRow
    {
        public Guid InitiativeId { get; init; }
        public string TopicCode { get; init; } = "";
    }
}

/// <summary>An institution's part in an initiative as it was accepted.</summary>
public sealed record FrozenInstitution : FrozenRow
{
    public Guid PartId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Part { get; init; } = "";
    public string PrintedName { get; init; } = "";
    public string? Institution { get; init; }
    public string? Role { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";

    internal override string Order => $"{InitiativeId} {Part} {Position:D6} {PartId}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select p.Id as PartId, p.InitiativeId, p.Part, p.PrintedName, b.Name as Institution, p.Role, p.Position, p.Mark
          from InitiativeInstitution p
          join Initiative i on i.Country = @Country and i.Id = p.InitiativeId
          left join Institution b on b.Country = @Country and b.Id = p.InstitutionId
         where p.Country = @Country and p.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenInstitution (Country, SnapshotNo, PartId, InitiativeId, Part, PrintedName, Institution, Role, Position, Mark)
        values (@Country, @SnapshotNo, @PartId, @InitiativeId, @Part, @PrintedName, @Institution, @Role, @Position, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select PartId, InitiativeId, Part, PrintedName, Institution, Role, Position, Mark
          from FrozenInstitution
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>A line of a list section as it was accepted.</summary>
public sealed record FrozenItem : FrozenRow
{
    public Guid ItemId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Section { get; init; } = "";
    public int Position { get; init; }
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public int? ItemYear { get; init; }
    public string? Detail { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{InitiativeId} {Section} {Position:D6} {ItemId}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select t.Id as ItemId, t.InitiativeId, t.Section, t.Position, t.Text, t.Responsible, t.ItemYear, t.Detail, t.Mark, t.SourceLines
          from InitiativeItem t
          join Initiative i on i.Country = @Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenItem (Country, SnapshotNo, ItemId, InitiativeId, Section, Position, Text, Responsible, ItemYear, Detail, Mark, SourceLines)
        values (@Country, @SnapshotNo, @ItemId, @InitiativeId, @Section, @Position, @Text, @Responsible, @ItemYear, @Detail, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select ItemId, InitiativeId, Section, Position, Text, Responsible, ItemYear, Detail, Mark, SourceLines
          from FrozenItem
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}
