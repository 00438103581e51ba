using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>Answers a common indicator for the first time, changes the answer, or takes it back.</summary>
public sealed class SaveCommonAnswer(Gate gate, TimeProvider clock)
{
    public async Task<Saved<CommonAnswerRow>> RunAsync(CountryCode country, CommonAnswerDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (await CommonStatements.CurrentAsync(db, draft.CommonIndicatorCode, ct) is not { } definition) return Saved.NotFound;
        var clean = CommonAnswerRules.Clean(draft, definition);
        if (CommonAnswerRules.Problem(clean, definition, clock.Today()) is { } problem) return Saved.Refused(problem);
        if (draft.Version > 0) return await db.SaveAsync<CommonAnswerRow>(CommonAnswerRow.One, Update, clean, IndicatorsRoom.CommonAnswer, a => a.Label, action, ct: ct);
        // Two who answer the same at once: the second sees the answer of the first.
        if (await db.OneAsync<Guid?>(OfPart, new { draft.CommonIndicatorCode, draft.PartNo }, ct) is { } id && id != draft.Id
            && await db.OneAsync<CommonAnswerRow>(CommonAnswerRow.One, new { Id = id }, ct) is { } theirs) return Saved.Conflict(theirs);
        return await db.AddAsync<CommonAnswerRow>(CommonAnswerRow.One, Insert, clean, IndicatorsRoom.CommonAnswer, a => a.Label, ct);
    }

    /// <summary>The country has no answer of its own any more, or one part less; it stays in history.</summary>
    public async Task<Saved<CommonAnswerRow>> TakeBackAsync(CountryCode country, CommonAnswerRow answer, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var nothing = new CommonAnswerDraft { Id = answer.Id, Version = answer.Version, CommonIndicatorCode = answer.CommonIndicatorCode, PartNo = answer.PartNo, DefinitionVersion = answer.DefinitionVersion };
        return await db.SaveAsync<CommonAnswerRow>(CommonAnswerRow.One, Delete, nothing, IndicatorsRoom.CommonAnswer, a => a.Label, ChangeAction.Retired, ct: ct);
    }

    public static readonly CountrySql OfPart = CountrySql.Of(
        "select Id from CommonIndicatorAnswer where Country = @Country and CommonIndicatorCode = @CommonIndicatorCode and PartNo = @PartNo");

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into CommonIndicatorAnswer (Country, Id, CommonIndicatorCode, PartNo, DefinitionVersion, State, Value, Unit, Numerator, Denominator, Rung,
               RungsNotApplicable, Reached, PeriodText, PeriodStart, PeriodEnd, Text, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @CommonIndicatorCode, @PartNo, @DefinitionVersion, @State, @Value, @Unit, @Numerator, @Denominator, @Rung,
               @RungsNotApplicable, @Reached, @PeriodText, @PeriodStart, @PeriodEnd, @Text, 'Reported', 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update CommonIndicatorAnswer
           set DefinitionVersion = @DefinitionVersion, State = @State, Value = @Value, Unit = @Unit, Numerator = @Numerator, Denominator = @Denominator,
               Rung = @Rung, RungsNotApplicable = @RungsNotApplicable, Reached = @Reached, PeriodText = @PeriodText, PeriodStart = @PeriodStart, PeriodEnd = @PeriodEnd, Text = @Text,
               Mark = 'Reported', Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    public static readonly CountrySql Delete = CountrySql.Of("delete from CommonIndicatorAnswer where Country = @Country and Id = @Id and Version = @Version");
}
