using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>Adds what a country says about its progress, or changes it.</summary>
public sealed class SaveStatement(Gate gate, TimeProvider clock)
{
    public async Task<Saved<StatementRow>> RunAsync(CountryCode country, StatementDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (StatementRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if ((await db.ListAsync<Axis>(ListInitiatives.Axes, null, ct)).All(a => a.Code != draft.AxisCode))
            return Saved.Refused(new Problem(nameof(draft.AxisCode), "Required"));
        if (draft.Version == 0)
        {
            var code = StatementRules.NextCode(country, await db.ListAsync<string>(Codes, null, ct));
            return await db.AddAsync<StatementRow>(StatementRow.One, Insert, draft.As(code), CountriesRoom.Statement, s => s.Code, ct);
        }
        if (await db.OneAsync<StatementRow>(StatementRow.One, draft, ct) is not { RetiredAt: null } now) return Saved.NotFound;
        return await db.SaveAsync<StatementRow>(StatementRow.One, Update, draft.Over(now), CountriesRoom.Statement, s => s.Code, action, ct: ct);
    }

    public static readonly CountrySql Codes = CountrySql.Of("select Code from CountryStatement where Country = @Country order by Position, Code");

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into CountryStatement (Country, Id, Code, Text, ContentLanguage, HappenedText, AxisCode, Position, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, @NewCode, @Text, @ContentLanguage, @HappenedText, @AxisCode, coalesce(max(p.Position), 0) + 1, 'Reported', 1, @Now, @Person
          from CountryStatement p
         where p.Country = @Country
        """);

    // What the source printed is its own as long as it says the same.
    public static readonly CountrySql Update = CountrySql.Of("""
        update CountryStatement
           set Text = @Text, ContentLanguage = @ContentLanguage, HappenedText = @HappenedText, AxisCode = @AxisCode,
               Mark = case when @IsReworded = 1 then 'Reported' else Mark end, SourceLines = case when @IsReworded = 1 then null else SourceLines end,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
