using System.IO.Compression;
using System.Text;
using Monitoring.Web.Checklists;
using Monitoring.Web.Comments;
using Monitoring.Web.Commitments;
using Monitoring.Web.Evidence;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Evidence;

public sealed class EvidenceTests : IDisposable
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nminutes");

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-files-").FullName;

    private FileStore Files => new(new Monitoring.Web.Installation.Installation(false, _folder), World.NewClock());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EveryDatabase]
    public async Task A_file_is_kept_by_its_hash_and_given_only_to_those_who_read_the_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var thing = await ThingAsync(world);
        var gate = world.As(Focal);
        var (file, problem) = await Files.TakeAsync(new MemoryStream(Pdf), "../../acta\u202Efdp.pdf");
        problem.ShouldBeNull();
        file!.Name.ShouldBe("actafdp.pdf");
        (await Files.TakeAsync(new MemoryStream(Pdf), "again.pdf")).File!.Hash.ShouldBe(file.Hash);
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe([file.Hash, file.Hash + ".unsaved"], ignoreOrder: true);

        var draft = new EvidenceDraft { Title = "Signed minutes", FileHash = file.Hash, FileName = file.Name, MediaType = file.MediaType, FileBytes = file.Bytes };
        var row = (await new AddEvidence(gate, Files).RunAsync(World.Honduras, thing, draft)).Row!;
        (await new AddEvidence(gate, Files).RunAsync(World.Honduras, thing, draft)).Row!.Version.ShouldBe(1, "a retry adds nothing");
        (await new ListEvidence(gate).RunAsync(World.Honduras, "Initiative", thing.Id)).ShouldHaveSingleItem().Title.ShouldBe("Signed minutes");

        var found = await new DownloadEvidence(world.As(World.Person(Role.Observer, World.Honduras)), Files).RunAsync(World.Honduras, row.Id);
        await using (var content = found!.Value.Content) (await new StreamReader(content).ReadToEndAsync()).ShouldBe(Encoding.ASCII.GetString(Pdf));
        (await new DownloadEvidence(world.As(World.FocalPoint(World.Mexico)), Files).RunAsync(World.Mexico, row.Id)).ShouldBeNull();
        await Should.ThrowAsync<AccessRefusedException>(() => new DownloadEvidence(world.As(World.FocalPoint(World.Mexico)), Files).RunAsync(World.Honduras, row.Id));
        await Should.ThrowAsync<AccessRefusedException>(() => new AddEvidence(world.As(World.Contributor(World.Honduras)), Files).RunAsync(World.Honduras, thing, draft));

        var retired = (await new RetireEvidence(gate, world.Clock).RunAsync(World.Honduras, thing, row)).Row!;
        (await new DownloadEvidence(gate, Files).RunAsync(World.Honduras, row.Id)).ShouldBeNull();
        (await new RetireEvidence(gate, world.Clock).RestoreAsync(World.Honduras, thing, retired)).Ok.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task An_answer_and_a_rung_are_shown_by_those_who_give_them_and_in_their_own_country(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var link = new EvidenceDraft { Title = "Gazette", Address = "https://example.org/gazette" };
        var lists = await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras);
        var rung = lists.Ladders.First(l => l.Rung is not null).Thing!;
        foreach (var thing in (Thing[])[lists.Rows[0].Thing, rung])
        {
            var draft = link with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() };
            foreach (var person in (TestPerson[])[World.Person(Role.Observer, World.Honduras), World.Contributor(World.Honduras), World.FocalPoint(World.Mexico)])
                await Should.ThrowAsync<AccessRefusedException>(() => new AddEvidence(world.As(person), Files).RunAsync(World.Honduras, thing, draft));
            var added = (await new AddEvidence(world.As(Focal), Files).RunAsync(World.Honduras, thing, draft)).Row.ShouldNotBeNull(thing.Subject);
            (await new RetireEvidence(world.As(Focal), world.Clock).RunAsync(World.Honduras, thing, added)).Ok.ShouldBeTrue();
        }

        // What is there in one country is not there in another.
        var mexican = new AddEvidence(world.As(World.FocalPoint(World.Mexico)), Files);
        var answered = (await new SaveAnswer(world.As(Focal), world.Clock).RunAsync(World.Honduras, new AnswerDraft { ContentLanguage = "en", ChecklistCode = "CL1", ItemNo = 1, Answer = ChecklistReply.Yes })).Row!;
        foreach (var thing in (Thing[])[rung, lists.Rows[0].Thing with { Id = answered.Id }, lists.Rows[0].Thing with { Id = Guid.CreateVersion7() }, new("Snapshot", rung.Id, null, "report", "x")])
            (await mexican.RunAsync(World.Mexico, thing, link)).Outcome.ShouldBe(SaveOutcome.NotFound, thing.Subject);
    }

    [Theory, EveryDatabase]
    public async Task Every_kind_of_thing_is_shown_by_evidence_and_talked_about_and_only_where_it_is(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var lists = await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras);
        (await new SaveCommitment(world.As(Focal)).RunAsync(World.Honduras, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "One law" })).Ok.ShouldBeTrue();
        var commitment = (await new ListCommitments(world.As(Focal)).RunAsync(World.Honduras)).Rows[0].Thing;
        var mexican = World.FocalPoint(World.Mexico);
        var initiative = (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-MAHE"))!.Initiative.Id;
        foreach (var thing in (Thing[])[commitment, lists.Rows[0].Thing, lists.Ladders.First(l => l.Rung is not null).Thing!])
        {
            var comment = new CommentDraft { Text = $"@{World.Person(Role.NationalApprover, World.Honduras).Name}: is it so?" };
            var link = new EvidenceDraft { Title = "Gazette", Address = "https://example.org/gazette" };
            (await new AddEvidence(world.As(Focal), Files).RunAsync(World.Honduras, thing, link)).Ok.ShouldBeTrue(thing.Subject);
            (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, thing, comment)).Ok.ShouldBeTrue(thing.Subject);

            var (again, once) = (comment with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() }, link with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() });
            foreach (var elsewhere in (Thing[])[thing with { Id = Guid.CreateVersion7() }, thing with { InitiativeId = initiative }, thing with { Subject = "Snapshot" }])
            {
                (await new AddEvidence(world.As(Focal), Files).RunAsync(World.Honduras, elsewhere, once)).Outcome.ShouldBe(SaveOutcome.NotFound, elsewhere.ToString());
                (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, elsewhere, again)).Outcome.ShouldBe(SaveOutcome.NotFound, elsewhere.ToString());
            }
            if (thing.Subject == "ChecklistAnswer") continue; // An item is every country's.
            (await new SaveComment(world.As(mexican)).RunAsync(World.Mexico, thing, again)).Outcome.ShouldBe(SaveOutcome.NotFound, thing.Subject);
            (await new AddEvidence(world.As(mexican), Files).RunAsync(World.Mexico, thing, once)).Outcome.ShouldBe(SaveOutcome.NotFound, thing.Subject);
        }
        var page = await new ListCommitments(world.As(Focal)).RunAsync(World.Honduras);
        page.Evidence[commitment.Id].ShouldHaveSingleItem().Title.ShouldBe("Gazette");
        page.Comments[commitment.Id].ShouldHaveSingleItem().IsMine.ShouldBeTrue();
        lists = await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras);
        lists.Comments.Select(c => c.Key).ShouldBe([lists.Rows[0].Thing.Id, lists.Ladders.First(l => l.Rung is not null).Thing!.Id], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task What_was_gathered_before_the_answer_belongs_to_it(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var item = (await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras)).Rows[0];
        (await new AddEvidence(world.As(Focal), Files).RunAsync(World.Honduras, item.Thing, new EvidenceDraft { Title = "Plan", Address = "https://example.org/plan" })).Ok.ShouldBeTrue();
        var draft = new AnswerDraft { ContentLanguage = "en", Id = AnswerRules.IdOf(item.Code, item.ItemNo), ChecklistCode = item.Code, ItemNo = item.ItemNo, Answer = ChecklistReply.Yes };
        var save = new SaveAnswer(world.As(Focal), world.Clock);
        (await save.RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue();
        (await save.RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue("a retry writes once");
        (await save.RunAsync(World.Honduras, draft with { Operation = Guid.CreateVersion7() })).Outcome.ShouldBe(SaveOutcome.Conflict, "somebody else answered the same item first");
        var lists = await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras);
        lists.Evidence[lists.Rows[0].Id!.Value].ShouldHaveSingleItem().Title.ShouldBe("Plan");
    }

    [Theory]
    [InlineData("javascript:alert(1)", "AddressForm")]
    [InlineData("file:///etc/passwd", "AddressForm")]
    [InlineData("no address", "AddressForm")]
    [InlineData("", "Required")]
    [InlineData("https://example.org/acta?id=1", null)]
    public void A_link_leads_to_the_web_and_nowhere_else(string address, string? problem) =>
        AddEvidence.Problem(new EvidenceDraft { Title = "x", Address = address })?.TextKey.ShouldBe(problem);

    [Theory]
    [InlineData("page.pdf", "<html><script>alert(1)</script>", "FileKind")]
    [InlineData("run.exe", "MZ\u0090", "FileKind")]
    [InlineData("photo.png", "%PDF-1.7", "FileNotWhatItSays")]
    [InlineData("empty.pdf", "", "FileEmpty")]
    [InlineData("no-ending", "%PDF-1.7", "FileNotWhatItSays")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_leaves_nothing(string name, string content, string problem)
    {
        (await Files.TakeAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), name)).Problem!.TextKey.ShouldBe(problem);
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_whatever_its_length_is_said_to_be()
    {
        var content = new byte[FileStore.Largest + 1];
        Pdf.CopyTo(content, 0);
        (await Files.TakeAsync(new MemoryStream(content), "large.pdf")).Problem!.TextKey.ShouldBe("FileTooLarge");
        (await Files.TakeAsync(new MemoryStream(content, 0, content.Length - 1), "large.pdf")).File!.Bytes.ShouldBe(FileStore.Largest);
        Directory.EnumerateFiles(_folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text.docx", "word/document.xml", null)]
    [InlineData("sheet.xlsx", "xl/workbook.xml", null)]
    [InlineData("slides.pptx", "ppt/presentation.xml", null)]
    [InlineData("sheet.docx", "xl/workbook.xml", "FileNotWhatItSays")]
    [InlineData("macro.docx", "word/document.xml|word/vbaProject.bin", "FileKind")]
    [InlineData("anything.docx", "evil.exe", "FileKind")]
    public async Task An_office_document_is_known_by_its_parts_and_holds_no_macros(string name, string parts, string? problem)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts.Split('|').Prepend("[Content_Types].xml")) zip.CreateEntry(part);
        package.Position = 0;
        (await Files.TakeAsync(package, name)).Problem?.TextKey.ShouldBe(problem);
    }

    [Fact]
    public async Task A_broken_package_is_no_document()
    {
        (await Files.TakeAsync(new MemoryStream([.. "PK\x03\x04"u8, 1, 2, 3]), "broken.docx")).Problem!.TextKey.ShouldBe("FileKind");
    }

    private static async Task<Thing> ThingAsync(World world)
    {
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        return new Thing("Initiative", id, id, "initiatives/HN-ONE#summary", "HN-ONE");
    }
}
