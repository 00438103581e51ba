using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A statement of progress as it was accepted.</summary>
public sealed record FrozenStatement : FrozenRow
{
    public Guid StatementId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>Null: frozen before texts of a country had a language of their own.</summary>
    public string? ContentLanguage { get; init; }
    public string? HappenedText { get; init; }
    public string AxisCode { get; init; } = "";
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{Position:D6} {Code}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select Id as StatementId, Code, Text, ContentLanguage, HappenedText, AxisCode, Position, Mark, SourceLines
          from CountryStatement
         where Country = @Country and RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenStatement (Country, SnapshotNo, StatementId, Code, Text, ContentLanguage, HappenedText, AxisCode, Position, Mark, SourceLines)
        values (@Country, @SnapshotNo, @StatementId, @Code, @Text, @ContentLanguage, @HappenedText, @AxisCode, @Position, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select StatementId, Code, Text, ContentLanguage, HappenedText, AxisCode, Position, Mark, SourceLines
          from FrozenStatement
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>An event of the country's timeline as it was accepted.</summary>
public sealed record FrozenTimelineEvent : FrozenRow
{
    public Guid EventId { get; init; }
    public string HappenedText { get; init; } = "";
    public DateOnly HappenedOn { get; init; }
    public string Text { get; init; } = "";
    public string? ContentLanguage { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";

    internal override string Order => $"{Position:D6} {EventId}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select Id as EventId, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark from TimelineEvent where Country = @Country and RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenTimelineEvent (Country, SnapshotNo, EventId, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark)
        values (@Country, @SnapshotNo, @EventId, @HappenedText, @HappenedOn, @Text, @ContentLanguage, @Position, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select EventId, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark
          from FrozenTimelineEvent
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>A commitment as it was accepted.</summary>
public sealed record FrozenCommitment : FrozenRow
{
    public Guid CommitmentId { get; init; }
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";
    public string? ContentLanguage { get; init; }
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public string Status { get; init; } = "";
    public string StatusMark { get; init; } = "";
    public string? Initiatives { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{Position:D6} {Code}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select Id as CommitmentId, Code, Statement, ContentLanguage, Area, Instrument, TargetOn, Status, StatusMark, Position, Mark, SourceLines
          from Commitment
         where Country = @Country and RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenCommitment (Country, SnapshotNo, CommitmentId, Code, Statement, ContentLanguage, Area, Instrument, TargetOn, Status, StatusMark,
               Initiatives, Position, Mark, SourceLines)
        values (@Country, @SnapshotNo, @CommitmentId, @Code, @Statement, @ContentLanguage, @Area, @Instrument, @TargetOn, @Status, @StatusMark,
               @Initiatives, @Position, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select CommitmentId, Code, Statement, ContentLanguage, Area, Instrument, TargetOn, Status, StatusMark, Initiatives, Position, Mark, SourceLines
          from FrozenCommitment
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);

    public static readonly CountrySql Delivery = CountrySql.Of("""
        select l.CommitmentId, i.Code
          from CommitmentInitiative l
          join Initiative i on i.Country = @Country and i.Id = l.InitiativeId
         where l.Country = @Country and i.ArchivedAt is null
        """);

    /// <summary>With the initiatives that deliver it.</summary>
    internal static async Task<IReadOnlyList<FrozenCommitment>> WithInitiativesAsync(CountryDb db, IReadOnlyList<FrozenCommitment> rows, CancellationToken ct)
    {
        var codes = (await db.ListAsync<DeliveryRow>(Delivery, null, ct)).ToLookup(d => d.CommitmentId, d => d.Code);
        return [.. rows.Select(r => r with { Initiatives = FrozenText.Joined(codes[r.CommitmentId].Order(StringComparer.Ordinal)) })];
    }

    private sealed record DeliveryRow
    {
        public Guid CommitmentId { get; init; }
        public string Code { get; init; } = "";
    }
}

/// <summary>A budget line as it was accepted; minor units of its currency, null is not reported.</summary>
public sealed record FrozenBudgetLine : FrozenRow
{
    public Guid BudgetLineId { get; init; }
    public Guid? InitiativeId { get; init; }
    public int FiscalYear { get; init; }
    public string? Funder { get; init; }
    public string Currency { get; init; } = "";
    public long? RequiredMinor { get; init; }
    public long? NationalMinor { get; init; }
    public long? PledgedMinor { get; init; }
    public long? CommittedMinor { get; init; }
    public long? DisbursedMinor { get; init; }
    public string Mark { get; init; } = "";

    internal override string Order => $"{InitiativeId} {FiscalYear:D4} {BudgetLineId}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select Id as BudgetLineId, InitiativeId, FiscalYear, Funder, Currency, RequiredMinor, NationalMinor, PledgedMinor, CommittedMinor,
               DisbursedMinor, Mark
          from BudgetLine
         where Country = @Country and RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenBudgetLine (Country, SnapshotNo, BudgetLineId, InitiativeId, FiscalYear, Funder, Currency, RequiredMinor, NationalMinor,
               PledgedMinor, CommittedMinor, DisbursedMinor, Mark)
        values (@Country, @SnapshotNo, @BudgetLineId, @InitiativeId, @FiscalYear, @Funder, @Currency, @RequiredMinor, @NationalMinor,
               @PledgedMinor, @CommittedMinor, @DisbursedMinor, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select BudgetLineId, InitiativeId, FiscalYear, Funder, Currency, RequiredMinor, NationalMinor, PledgedMinor, CommittedMinor, DisbursedMinor,
               Mark
          from FrozenBudgetLine
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>A mark of one field as it was accepted.</summary>
public sealed record FrozenValueMark : FrozenRow
{
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Mark { get; init; } = "";
    public string? Note { get; init; }

    internal override string Order => $"{Subject} {SubjectId} {Field}";

    public static readonly CountrySql Living = CountrySql.Of("select Subject, SubjectId, Field, Mark, Note from ValueMark where Country = @Country");

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenValueMark (Country, SnapshotNo, Subject, SubjectId, Field, Mark, Note)
        values (@Country, @SnapshotNo, @Subject, @SubjectId, @Field, @Mark, @Note)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select Subject, SubjectId, Field, Mark, Note
          from FrozenValueMark
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}
