using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Proofs;

/// <summary>
/// Many editors of everything on one fact sheet, through the forms as people use them; what they meet is decided by chance. Whatever was
/// acknowledged is there, every change was made on top of the one before, and nothing is there by half.
/// </summary>
public sealed class EditorsProof(Func<Gate> signIn, CountryCode country, TimeProvider clock, int seed)
{
    public const string Code = "HN-ONE";
    private const int Forms = 8;

    private int _clashes;

    /// <summary>One acknowledged save.</summary>
    public sealed record Ack(string Form, Guid Operation, Guid Subject, string Field, string? Value);

    /// <summary>Proven when there is no fault and people met at all.</summary>
    public sealed record Outcome(int Acknowledged, int Clashes, int FormsSaved, IReadOnlyList<string> Faults)
    {
        public bool Proven => Faults.Count == 0 && Acknowledged > 0 && Clashes > 0 && FormsSaved == Forms;

        public override string ToString() => $"{Acknowledged:N0} acknowledged, {Clashes:N0} conflicts shown, {FormsSaved} forms"
            + string.Concat(Faults.Take(10).Select(f => "\n  " + f));
    }

    /// <summary>A sheet with one row of each kind.</summary>
    public async Task PrepareAsync()
    {
        var gate = signIn();
        var axis = (await new ListInitiatives(gate).AxesAsync(country))[0].Code;
        var id = (await new AddInitiative(gate).RunAsync(country,
            new InitiativeDraft { Code = Code, Title = "start", Summary = "start", ContentLanguage = "es", AxisCode = axis })).Row!.Id;
        await Must(new AddNextStep(gate).RunAsync(country, new NextStepDraft { InitiativeId = id, Text = "start" }));
        await Must(new AddItem(gate).RunAsync(country, new ItemDraft { InitiativeId = id, Section = Section.Phase, Text = "start" }));
        await Must(new AddResult(gate, clock).RunAsync(country, new ResultDraft { InitiativeId = id, Text = "start" }));
        await Must(new SaveParty(gate).RunAsync(country, new PartyDraft { InitiativeId = id, Part = InstitutionPart.Partner, PrintedName = "start" }));
    }

    public async Task<Outcome> RunAsync(int editors, int rounds)
    {
        var acknowledged = (await Task.WhenAll(Enumerable.Range(0, editors).Select(editor => Task.Run(async () =>
        {
            var mine = new List<Ack>();
            await EditAsync(editor, rounds, mine.Add);
            return mine;
        })))).SelectMany(a => a).ToList();
        return new Outcome(acknowledged.Count, _clashes, acknowledged.Select(a => a.Form).Distinct().Count(), await FaultsAsync(acknowledged));
    }

    /// <summary>One editor, who tells of each save as soon as it is acknowledged.</summary>
    public async Task EditAsync(int editor, int rounds, Action<Ack> tell)
    {
        var dice = new Random(seed + editor);
        var gate = signIn();
        for (var round = 0; round < rounds; round++)
        {
            var seen = (await new ReadFactSheet(gate).RunAsync(country, Code))!;
            var value = $"{editor}.{round}";
            await Task.Yield();
            await (dice.Next(Forms) switch
            {
                0 => Save("StageNote", seen.Initiative, StatusDraft.Of(seen.Initiative) with { StageNote = value, ProgressPercent = dice.Next(100) },
                    d => new SaveStatus(gate).RunAsync(country, d)),
                1 => Save("Title", seen.Initiative, HeadDraft.Of(seen.Initiative) with { Title = value }, d => new SaveHead(gate).RunAsync(country, d)),
                2 => Save("Length", seen.Initiative, ScopeDraft.Of(seen.Initiative) with { Length = value }, d => new SaveScope(gate).RunAsync(country, d)),
                3 => Item(seen.Items[Section.Phase].Single(), value),
                4 => Save("Text", seen.Results.Single(), ResultDraft.Of(seen.Results.Single()) with { Text = value },
                    d => new SaveResult(gate, clock).RunAsync(country, d)),
                5 => Step(seen.Steps[0], value),
                6 => Party(seen.Parties[InstitutionPart.Partner].Single(), value),
                _ => Topics(TopicsRow.Of(seen.Initiative, seen.Topics.Select(t => t.Code)), seen.Agenda[dice.Next(seen.Agenda.Count)].Code),
            });
        }

        Task Item(ItemRow row, string value) => Save("Text", row, ItemDraft.Of(row) with { Text = value, ItemYear = 1990 + dice.Next(100) },
            d => new SaveItem(gate).RunAsync(country, d));

        Task Step(NextStepRow row, string value) => Save("Text", row, NextStepDraft.Of(row) with { Text = value, Status = (NextStepStatus)dice.Next(4) },
            d => new SaveNextStep(gate).RunAsync(country, d));

        Task Party(PartyRow row, string value) => Save("Role", row, PartyDraft.Of(row) with { Role = value }, d => new SaveParty(gate).RunAsync(country, d));

        Task Topics(TopicsRow before, string topic)
        {
            var ticked = TopicsDraft.Of(before.Topics);
            var wanted = ticked.Contains(topic) ? ticked.Where(c => c != topic) : ticked.Append(topic);
            return Save("Topics", before, new TopicsDraft { Id = before.Id, Version = before.Version, Topics = TopicsRow.Joined(wanted) }, async d =>
            {
                var done = await new SaveTopics(gate).RunAsync(country, d, before.Topics);
                return TopicsDraft.Of(done.Row!.Topics).Contains(topic) != ticked.Contains(topic) ? done
                    : throw new InvalidOperationException($"The tick of {topic} is not in what was acknowledged.");
            });
        }

        async Task Save<TRow, TDraft>(string field, TRow before, TDraft draft, Func<TDraft, Task<Saved<TRow>>> save) where TRow : Row where TDraft : Draft
        {
            var edit = new Edit<TRow, TDraft>(before, draft);
            if (await DecideAsync(edit, save, dice) is not { } row) return;
            var now = TypedText.Of(typeof(TRow).GetProperty(field)!.GetValue(row));
            // Whoever took everything of the other's, or found the topic ticked, had nothing left to write.
            if (row.Version > edit.Seen!.Version && now != edit.BeforeOf(field)) tell(new Ack(typeof(TDraft).Name, edit.Draft.Operation, row.Id, field, now));
        }
    }

    // A clash is decided by chance, by somebody who has seen both.
    private async Task<TRow?> DecideAsync<TRow, TDraft>(Edit<TRow, TDraft> edit, Func<TDraft, Task<Saved<TRow>>> save, Random dice) where TRow : Row where TDraft : Draft
    {
        for (var i = 0; i < 200; i++)
        {
            if (await edit.SaveAsync(save) is { } row) return row;
            if (edit.Failure is { } failure) throw new InvalidOperationException("A save broke.", failure);
            if (edit.State is not EditState.Conflict) continue;
            Interlocked.Increment(ref _clashes);
            if (edit.TheirName.Length == 0) throw new InvalidOperationException("The loser does not see whose version it is.");
            edit.DecideAll(theirs: dice.Next(3) == 0);
        }
        return null;
    }

    /// <summary>What is not as it was acknowledged, in words.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyCollection<Ack> acknowledged)
    {
        var faults = new List<string>();
        await using var db = await signIn().ReadAsync(country);
        var changes = (await db.ListAsync<Step>(Chain)).ToLookup(c => (c.SubjectId, c.Field));
        // Each value was written on top of the one before: a lost update would break the chain.
        foreach (var field in changes)
            foreach (var (before, after) in field.Zip(field.Skip(1)))
                if (after.OldValue != before.NewValue) faults.Add($"{field.Key.Field}: '{after.OldValue}' was changed where '{before.NewValue}' stood ({after.OperationId})");
        // Every acknowledged value is in history under its own operation.
        var written = changes.SelectMany(c => c).ToLookup(c => (c.OperationId, c.Field), c => c.NewValue);
        foreach (var ack in acknowledged)
        {
            // Two may tick the same topic: the second finds it done and writes nothing.
            if (ack.Field == "Topics" && !written.Contains((ack.Operation, ack.Field))) continue;
            if (!written[(ack.Operation, ack.Field)].Contains(ack.Value)) faults.Add($"{ack.Form}.{ack.Field}: the acknowledged '{ack.Value}' is not in history ({ack.Operation})");
        }
        // What the rows hold now is what was written last, and each version is a link of the chain.
        var sheet = (await new ReadFactSheet(signIn()).RunAsync(country, Code))!;
        Holds(sheet.Initiative, ("StageNote", sheet.Initiative.StageNote), ("Title", sheet.Initiative.Title), ("Length", sheet.Initiative.Length),
            ("Topics", TopicsRow.Joined(sheet.Topics.Select(t => t.Code))));
        foreach (var item in sheet.Items[Section.Phase]) Holds(item, ("Text", item.Text));
        foreach (var result in sheet.Results) Holds(result, ("Text", result.Text));
        foreach (var party in sheet.Parties[InstitutionPart.Partner]) Holds(party, ("Role", party.Role));
        foreach (var step in sheet.Steps) Holds(step, ("Text", step.Text));
        var links = (await db.ListAsync<Links>(LinksOf)).ToDictionary(l => l.SubjectId, l => l.Number);
        foreach (var row in Rows())
            if (links.GetValueOrDefault(row.Id) != row.Version) faults.Add($"{row.GetType().Name} has version {row.Version} and {links.GetValueOrDefault(row.Id)} links");
        if (await AuditChain.FirstFaultAsync(db) is { } fault) faults.Add($"the chain of history: {fault}");
        return faults;

        IEnumerable<Row> Rows() => [sheet.Initiative, .. sheet.Items[Section.Phase], .. sheet.Results, .. sheet.Parties[InstitutionPart.Partner], .. sheet.Steps];

        void Holds(Row row, params (string Field, string? Value)[] fields)
        {
            foreach (var (field, value) in fields)
                if (changes[(row.Id, field)].LastOrDefault() is { } last && (last.NewValue ?? "") != (value ?? ""))
                    faults.Add($"{row.GetType().Name}.{field} is '{value}', last written was '{last.NewValue}'");
        }
    }

    private static async Task Must<T>(Task<Saved<T>> save) where T : Row
    {
        if (await save is { Ok: false } saved) throw new InvalidOperationException($"The sheet cannot be prepared: {saved.Outcome}.");
    }

    private static readonly CountrySql Chain = CountrySql.Of("""
        select c.SubjectId, c.Field, c.OldValue, c.NewValue, l.OperationId
          from FieldChange c
          join AuditLink l on l.Country = c.Country and l.LinkNo = c.LinkNo
         where c.Country = @Country
         order by c.LinkNo, c.ChangeNo
        """);

    private static readonly CountrySql LinksOf = CountrySql.Of(
        "select SubjectId, count(*) as Number from AuditLink where Country = @Country group by SubjectId");

    private sealed record Step
    {
        public Guid SubjectId { get; init; }
        public string Field { get; init; } = "";
        public string? OldValue { get; init; }
        public string? NewValue { get; init; }
        public Guid OperationId { get; init; }
    }

    private sealed record Links
    {
        public Guid SubjectId { get; init; }
        public int Number { get; init; }
    }
}
