using Dapper;

namespace Monitoring.Tests.Translations;

/// <summary>The language that texts of a country get which were there before they had one.</summary>
public sealed class CountryTextLanguageTests
{
    [Fact]
    public async Task What_was_loaded_is_in_English_and_what_people_wrote_is_in_the_language_of_what_it_belongs_to()
    {
        var path = SqliteFiles.New();
        var database = Database.Sqlite(path);
        await new Migrator(database, folder => folder == "schema" ? Migrator.Files(folder, Dialect.Sqlite).Where(f => string.CompareOrdinal(f.Name, "0028") < 0) : []).MigrateAsync(World.NewClock());
        await using (var before = await database.OpenAsync(CancellationToken.None))
        {
            await before.ExecuteAsync("pragma foreign_keys = off");
            foreach (var (id, language) in new[] { (1, "es"), (2, "es"), (3, "en") })
                await before.ExecuteAsync($"""
                    insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark, Version, ChangedAt, ChangedBy)
                    values ('HND', 'I{id}', 'I{id}', 't', 's', '{language}', 'A', 'Pilot', 'OnTrack', 'x', 1, 'Reported', 1, '2021-11-15 15:00:00', 'x')
                    """);
            foreach (var (code, mark, lines, initiative) in new[] { ("LOADED", "Stated", "'1-2'", "I1"), ("OWN", "Reported", "null", "I3"), ("MIXED", "Reported", "null", "I1"), ("ALONE", "Reported", "null", null) })
            {
                await before.ExecuteAsync($"""
                    insert into Commitment (Country, Id, Code, Statement, Status, StatusMark, Position, Mark, SourceLines, Version, ChangedAt, ChangedBy)
                    values ('HND', '{code}', '{code}', 's', 'NotStarted', 'Reported', 1, '{mark}', {lines}, 1, '2021-11-15 15:00:00', 'x');
                    insert into Indicator (Country, Id, Code, InitiativeId, CurrentDefinition, Position, Mark, SourceLines, Version, ChangedAt, ChangedBy)
                    values ('HND', '{code}', '{code}', {(initiative is null ? "null" : $"'{initiative}'")}, 1, 1, '{mark}', {lines}, 1, '2021-11-15 15:00:00', 'x');
                    insert into IndicatorDefinition (Country, IndicatorId, DefinitionNo, Name, Kind, OverlapRule) values ('HND', '{code}', 1, 'n', 'Count', 'Unknown');
                    """);
                if (initiative is not null) await before.ExecuteAsync($"insert into CommitmentInitiative (Country, CommitmentId, InitiativeId) values ('HND', '{code}', '{initiative}')");
            }
            await before.ExecuteAsync("insert into CommitmentInitiative (Country, CommitmentId, InitiativeId) values ('HND', 'MIXED', 'I3')");
            await before.ExecuteAsync("""
                insert into ChecklistAnswer (Country, ChecklistCode, ItemNo, Id, Answer, Mark, Version, ChangedAt, ChangedBy) values ('HND', 'CL', 1, 'A', 'Yes', 'Reported', 1, '2021-11-15 15:00:00', 'x');
                insert into CountryStatement (Country, Id, Code, Text, AxisCode, Position, Mark, Version, ChangedAt, ChangedBy) values ('HND', 'S', 'S', 't', 'A', 1, 'Stated', 1, '2021-11-15 15:00:00', 'x');
                """);
        }
        await new Migrator(database).MigrateAsync(World.NewClock());
        await using var after = await database.OpenAsync(CancellationToken.None);
        async Task<string> LanguagesAsync(string table, string id) => string.Join(' ', await after.QueryAsync<string>($"select concat({id}, '=', ContentLanguage) from {table} order by {id}"));
        (await LanguagesAsync("Commitment", "Code")).ShouldBe("ALONE=es LOADED=en MIXED=es OWN=en");
        (await LanguagesAsync("IndicatorDefinition", "IndicatorId")).ShouldBe("ALONE=es LOADED=en MIXED=es OWN=en");
        (await LanguagesAsync("ChecklistAnswer", "Id")).ShouldBe("A=es");
        (await LanguagesAsync("CountryStatement", "Id")).ShouldBe("S=en");
    }
}
