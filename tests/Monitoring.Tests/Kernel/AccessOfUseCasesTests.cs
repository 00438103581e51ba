using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Links;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Kernel;

/// <summary>Who may do what with values, money, commitments and answers: every use case for everybody, in the own country, in another and in none.</summary>
public sealed class AccessOfUseCasesTests
{
    // own: only where the initiative is named in the grant. What is not "yes" or "own" is refused.
    private const string Table = """
        UseCase           Contributor FocalPoint NationalApprover CountryAdministrator Observer SecretariatAnalyst SecretariatLead Donor Administrator
        ListIndicators    yes         yes        yes              yes                  yes      -                  -               -     -
        ReadIndicator     yes         yes        yes              yes                  yes      -                  -               -     -
        AddIndicator      -           yes        -                -                    -        -                  -               -     -
        SaveDefinition    -           yes        -                -                    -        -                  -               -     -
        RetireIndicator   -           yes        -                -                    -        -                  -               -     -
        SaveValues        own         yes        -                -                    -        -                  -               -     -
        SaveCountryValues -           yes        -                -                    -        -                  -               -     -
        ListBudgetLines   yes         yes        yes              yes                  yes      -                  -               -     -
        AddBudgetLine     own         yes        -                -                    -        -                  -               -     -
        SaveBudgetLine    own         yes        -                -                    -        -                  -               -     -
        RetireBudgetLine  own         yes        -                -                    -        -                  -               -     -
        AddCommitmentLine -           yes        -                -                    -        -                  -               -     -
        ListCommitments   yes         yes        yes              yes                  yes      -                  -               -     -
        SaveCommitment    -           yes        -                -                    -        -                  -               -     -
        RetireCommitment  -           yes        -                -                    -        -                  -               -     -
        SaveStatement     -           yes        -                -                    -        -                  -               -     -
        RetireStatement   -           yes        -                -                    -        -                  -               -     -
        SaveTimelineEvent -           yes        -                -                    -        -                  -               -     -
        RetireTimelineEvent -         yes        -                -                    -        -                  -               -     -
        ListChecklists    yes         yes        yes              yes                  yes      -                  -               -     -
        SaveAnswer        -           yes        -                -                    -        -                  -               -     -
        TakeBackAnswer    -           yes        -                -                    -        -                  -               -     -
        ReadStepCalendar  yes         yes        yes              yes                  yes      -                  -               -     -
        ListLinks         yes         yes        yes              yes                  yes      -                  -               -     -
        AddLink           own         yes        -                -                    -        -                  -               -     -
        RetireLink        own         yes        -                -                    -        -                  -               -     -
        """;

    private static readonly string[] Reads = ["ListIndicators", "ReadIndicator", "ListBudgetLines", "ListCommitments", "ListChecklists", "ReadStepCalendar", "ListLinks"];

    [Theory, EveryDatabase]
    public async Task Each_use_case_is_open_to_whom_the_table_says_and_to_nobody_else(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var colleagues = await world.InitiativeAsync(World.Honduras, "HN-COLLEAGUE");
        await world.AssignAsync(World.Contributor(World.Honduras), own);
        var wrong = new List<string>();
        foreach (var (useCase, role, cell) in Cells())
        {
            var national = Rights.IsNational(role);
            foreach (var (country, initiative, place) in new (CountryCode, Guid, string)[]
            {
                (World.Honduras, own, "own"), (World.Honduras, colleagues, "own, a colleague's initiative"), (World.Mexico, own, "other"), (World.Nowhere, own, "absent"),
            })
            {
                var expected = cell switch
                {
                    "yes" => national && country == World.Honduras,
                    "own" => country == World.Honduras && initiative == own,
                    _ => false,
                };
                if (await OpensAsync(world, useCase, World.Person(role, national ? World.Honduras : null), country, initiative) != expected)
                    wrong.Add($"{useCase}: {role}, {place} is not {expected}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task In_a_suspended_country_they_are_read_and_nothing_is_written(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        await world.SuspendAsync(World.Honduras);
        var wrong = new List<string>();
        foreach (var useCase in Cells().Select(c => c.UseCase).Distinct())
            if (await OpensAsync(world, useCase, World.FocalPoint(World.Honduras), World.Honduras, own) != Reads.Contains(useCase)) wrong.Add(useCase);
        wrong.ShouldBeEmpty();
    }

    // Open means that the gate let the person in; what the use case then says of rows that are not there is its own matter.
    private static async Task<bool> OpensAsync(World world, string useCase, TestPerson person, CountryCode country, Guid initiative)
    {
        var (gate, clock) = (world.As(person), world.Clock);
        var values = new ValuesDraft { IndicatorId = Guid.CreateVersion7(), InitiativeId = initiative, DefinitionNo = 1, Period = PeriodRules.Read("2021")! };
        var line = new BudgetLineDraft { InitiativeId = initiative, FiscalYear = 2021, RequiredMinor = 1, Version = 1 };
        var code = $"X-{Guid.CreateVersion7():N}"[..30].TrimEnd('-');
        try
        {
            await (useCase switch
            {
                "ListIndicators" => (Task)new ListIndicators(gate, clock).RunAsync(country),
                "ReadIndicator" => new ReadIndicator(gate, clock).RunAsync(country, "NONE"),
                "AddIndicator" => new AddIndicator(gate).RunAsync(country, new IndicatorDraft { ContentLanguage = "en", Code = code, Name = "X", Unit = "persons" }),
                "SaveDefinition" => new SaveDefinition(gate).RunAsync(country, new DefinitionDraft { ContentLanguage = "en", Name = "X", Unit = "persons", Version = 1 }),
                "RetireIndicator" => new RetireIndicator(gate, clock).RunAsync(country, new IndicatorRow { Id = Guid.CreateVersion7() }),
                "SaveValues" => new SaveValues(gate, clock).RunAsync(country, values),
                "SaveCountryValues" => new SaveValues(gate, clock).RunAsync(country, values with { InitiativeId = null }),
                "ListBudgetLines" => new ListBudgetLines(gate).RunAsync(country),
                "AddBudgetLine" => new AddBudgetLine(gate, clock).RunAsync(country, line with { Version = 0, Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() }),
                "SaveBudgetLine" => new SaveBudgetLine(gate, clock).RunAsync(country, line),
                "RetireBudgetLine" => new RetireBudgetLine(gate, clock).RunAsync(country, new BudgetLineRow { Id = Guid.CreateVersion7(), InitiativeId = initiative }),
                "AddCommitmentLine" => new AddBudgetLine(gate, clock).RunAsync(country, line with { InitiativeId = null, CommitmentId = Guid.CreateVersion7() }),
                "ListCommitments" => new ListCommitments(gate).RunAsync(country),
                "SaveCommitment" => new SaveCommitment(gate).RunAsync(country, new CommitmentDraft { ContentLanguage = "en", Code = code, Statement = "X" }),
                "RetireCommitment" => new RetireCommitment(gate, clock).RunAsync(country, new CommitmentFacts { Id = Guid.CreateVersion7() }),
                "SaveStatement" => new SaveStatement(gate, clock).RunAsync(country, new StatementDraft { ContentLanguage = "en", Text = "X", AxisCode = "A1" }),
                "RetireStatement" => new RetireStatement(gate, clock).RunAsync(country, new StatementRow { Id = Guid.CreateVersion7() }),
                "SaveTimelineEvent" => new SaveTimelineEvent(gate, clock).RunAsync(country, new TimelineEventDraft { ContentLanguage = "en", Text = "X", HappenedText = "2021" }),
                "RetireTimelineEvent" => new RetireTimelineEvent(gate, clock).RunAsync(country, new TimelineEventRow { Id = Guid.CreateVersion7() }),
                "ListChecklists" => new ListChecklists(gate).RunAsync(country),
                "SaveAnswer" => new SaveAnswer(gate, clock).RunAsync(country, new AnswerDraft { ContentLanguage = "en", ChecklistCode = "NONE", ItemNo = 1, Answer = ChecklistReply.Yes }),
                "TakeBackAnswer" => new SaveAnswer(gate, clock).TakeBackAsync(country, new AnswerRow { Id = Guid.CreateVersion7() }),
                "AddLink" => new AddLink(gate).RunAsync(country, new LinkDraft { InitiativeId = initiative }),
                "RetireLink" => new RetireLink(gate, clock).RunAsync(country, new LinkRow { Id = Guid.CreateVersion7(), InitiativeId = initiative }),
                "ListLinks" => new ListLinks(gate).ChoicesAsync(country),
                "ReadStepCalendar" => new ReadStepCalendar(gate).RunAsync(country, new DateOnly(2021, 11, 1)),
                _ => throw new InvalidOperationException($"No call for {useCase}."),
            });
            return true;
        }
        catch (AccessRefusedException)
        {
            return false;
        }
    }

    private static IEnumerable<(string UseCase, Role Role, string Cell)> Cells()
    {
        var lines = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var roles = lines[0].Skip(1).Select(Enum.Parse<Role>).ToList();
        return lines.Skip(1).SelectMany(l => roles.Select((role, i) => (l[0], role, l[i + 1])));
    }
}
