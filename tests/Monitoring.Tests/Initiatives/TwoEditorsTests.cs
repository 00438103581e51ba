using System.Globalization;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Initiatives;

/// <summary>
/// Many editors of everything on one fact sheet, through the forms as people use them: whatever was acknowledged is there. The full count
/// runs with <c>MONITORING_EDITORS=64x1000</c>.
/// </summary>
public sealed class TwoEditorsTests(ITestOutputHelper output)
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task No_acknowledged_save_is_lost_however_editors_meet(Engine engine)
    {
        var (editors, rounds) = Count();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {editors} editors x {rounds} rounds");
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var axis = (await new ListInitiatives(gate).AxesAsync(World.Honduras))[0].Code;
        var one = new InitiativeDraft { Code = "HN-ONE", Title = "start", Summary = "start", ContentLanguage = "es", AxisCode = axis };
        var id = (await new AddInitiative(gate).RunAsync(World.Honduras, one)).Row!.Id;
        (await new AddNextStep(gate).RunAsync(World.Honduras, new NextStepDraft { InitiativeId = id, Text = "start" })).Ok.ShouldBeTrue();
        var item = (await new AddItem(gate).RunAsync(World.Honduras, new ItemDraft { InitiativeId = id, Section = Section.Phase, Text = "start" })).Row!;
        var result = (await new AddResult(gate, world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = id, Text = "start" })).Row!;
        var party = (await new SaveParty(gate).RunAsync(World.Honduras, new PartyDraft { InitiativeId = id, Part = InstitutionPart.Partner, PrintedName = "start" })).Row!;

        var acknowledged = (await Task.WhenAll(Enumerable.Range(0, editors).Select(editor => Task.Run(() => EditAsync(editor))))).SelectMany(a => a).ToList();

        acknowledged.Count.ShouldBeGreaterThan(rounds);
        acknowledged.Select(a => a.Form).Distinct().Count().ShouldBe(8, "every form was saved");
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        var changes = (await db.ListAsync<Step>(Chain)).ToLookup(c => (c.SubjectId, c.Field));
        // Each value was written on top of the one before: a lost update would break the chain.
        foreach (var field in changes)
            foreach (var (before, after) in field.Zip(field.Skip(1)))
                after.OldValue.ShouldBe(before.NewValue, $"{field.Key.Field} {before.OperationId}");
        // Every acknowledged value is in history under its own operation.
        var written = changes.SelectMany(c => c).ToLookup(c => (c.OperationId, c.Field), c => c.NewValue);
        foreach (var (form, operation, field, value) in acknowledged)
            // Two may tick the same topic: the second finds it done and writes nothing.
            if (field != "Topics" || written.Contains((operation, field))) written[(operation, field)].ShouldContain(value, $"{form}.{field}");
        // And what the rows hold now is what was written last.
        var sheet = (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!;
        Last(id, "StageNote").ShouldBe(sheet.Initiative.StageNote);
        Last(id, "Title").ShouldBe(sheet.Initiative.Title);
        Last(id, "Length").ShouldBe(sheet.Initiative.Length);
        Last(id, "Topics").ShouldBe(TopicsRow.Joined(sheet.Topics.Select(t => t.Code)));
        Last(item.Id, "Text").ShouldBe(sheet.Items[Section.Phase].Single().Text);
        Last(result.Id, "Text").ShouldBe(sheet.Results.Single().Text);
        Last(party.Id, "Role").ShouldBe(sheet.Parties[InstitutionPart.Partner].Single().Role);
        Last(sheet.Steps.Single().Id, "Text").ShouldBe(sheet.Steps.Single().Text);

        string? Last(Guid subject, string field) => changes[(subject, field)].Last().NewValue;

        async Task<List<(string Form, Guid Operation, string Field, string? Value)>> EditAsync(int editor)
        {
            var dice = new Random(seed + editor);
            var mine = world.As(Focal);
            var saved = new List<(string, Guid, string, string?)>();
            for (var round = 0; round < rounds; round++)
            {
                var seen = (await new ReadFactSheet(mine).RunAsync(World.Honduras, "HN-ONE"))!;
                var value = $"{editor}.{round}";
                await Task.Yield();
                switch (dice.Next(8))
                {
                    case 0:
                        await Save("StageNote", seen.Initiative, StatusDraft.Of(seen.Initiative) with { StageNote = value, ProgressPercent = dice.Next(100) },
                            d => new SaveStatus(mine).RunAsync(World.Honduras, d));
                        break;
                    case 1:
                        await Save("Title", seen.Initiative, HeadDraft.Of(seen.Initiative) with { Title = value }, d => new SaveHead(mine).RunAsync(World.Honduras, d));
                        break;
                    case 2:
                        await Save("Length", seen.Initiative, ScopeDraft.Of(seen.Initiative) with { Length = value }, d => new SaveScope(mine).RunAsync(World.Honduras, d));
                        break;
                    case 3:
                        var row = seen.Items[Section.Phase].Single();
                        await Save("Text", row, ItemDraft.Of(row) with { Text = value, ItemYear = 1990 + dice.Next(100) }, d => new SaveItem(mine).RunAsync(World.Honduras, d));
                        break;
                    case 4:
                        var reported = seen.Results.Single();
                        await Save("Text", reported, ResultDraft.Of(reported) with { Text = value }, d => new SaveResult(mine, world.Clock).RunAsync(World.Honduras, d));
                        break;
                    case 5:
                        var step = seen.Steps.Single();
                        await Save("Text", step, NextStepDraft.Of(step) with { Text = value, Status = (NextStepStatus)dice.Next(4) },
                            d => new SaveNextStep(mine).RunAsync(World.Honduras, d));
                        break;
                    case 6:
                        var partner = seen.Parties[InstitutionPart.Partner].Single();
                        await Save("Role", partner, PartyDraft.Of(partner) with { Role = value }, d => new SaveParty(mine).RunAsync(World.Honduras, d));
                        break;
                    default:
                        var topics = TopicsRow.Of(seen.Initiative, seen.Topics.Select(t => t.Code));
                        var topic = seen.Agenda[dice.Next(seen.Agenda.Count)].Code;
                        var wanted = TopicsDraft.Of(topics.Topics).Contains(topic) ? TopicsDraft.Of(topics.Topics).Where(c => c != topic) : TopicsDraft.Of(topics.Topics).Append(topic);
                        var ticks = !TopicsDraft.Of(topics.Topics).Contains(topic);
                        await Save("Topics", topics, new TopicsDraft { Id = id, Version = topics.Version, Topics = TopicsRow.Joined(wanted) },
                            async d =>
                            {
                                var done = await new SaveTopics(mine).RunAsync(World.Honduras, d, topics.Topics);
                                TopicsDraft.Of(done.Row!.Topics).Contains(topic).ShouldBe(ticks);
                                return done;
                            });
                        break;
                }
            }
            return saved;

            async Task Save<TRow, TDraft>(string field, TRow before, TDraft draft, Func<TDraft, Task<Saved<TRow>>> save) where TRow : Row where TDraft : Draft
            {
                var edit = new Edit<TRow, TDraft>(before, draft);
                if (await DecideAsync(edit, save, dice) is not { } row) return;
                var now = TypedText.Of(typeof(TRow).GetProperty(field)!.GetValue(row));
                // Whoever took everything of the other's, or found the topic ticked, had nothing left to write.
                if (row.Version > edit.Seen!.Version && now != edit.BeforeOf(field)) saved.Add((typeof(TDraft).Name, edit.Draft.Operation, field, now));
            }
        }
    }

    private static (int Editors, int Rounds) Count()
    {
        var given = Environment.GetEnvironmentVariable("MONITORING_EDITORS")?.Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return given is [var editors, var rounds] ? (editors, rounds) : (8, 16);
    }

    // A clash is decided by chance.
    private static async Task<TRow?> DecideAsync<TRow, TDraft>(Edit<TRow, TDraft> edit, Func<TDraft, Task<Saved<TRow>>> save, Random dice) where TRow : Row where TDraft : Draft
    {
        for (var i = 0; i < 200; i++)
        {
            if (await edit.SaveAsync(save) is { } row) return row;
            if (edit.State is EditState.Conflict) edit.DecideAll(theirs: dice.Next(3) == 0);
        }
        return null;
    }

    private static readonly CountrySql Chain = CountrySql.Of("""
        select c.SubjectId, c.Field, c.OldValue, c.NewValue, l.OperationId
          from FieldChange c
          join AuditLink l on l.Country = c.Country and l.LinkNo = c.LinkNo
         where c.Country = @Country
         order by c.LinkNo, c.ChangeNo
        """);

    private sealed record Step
    {
        public Guid SubjectId { get; init; }
        public string Field { get; init; } = "";
        public string? OldValue { get; init; }
        public string? NewValue { get; init; }
        public Guid OperationId { get; init; }
    }
}
