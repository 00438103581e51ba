using System.IO.Compression;
using System.Text;
using Monitoring.Web.Comments;
using Monitoring.Web.Evidence;

namespace Monitoring.Tests.Evidence;

public sealed class EvidenceTests : IDisposable
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nminutes");

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-files-").FullName;

    private FileStore Files => new(new Monitoring.Web.Installation.Installation(false, _folder));

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
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe([file.Hash]);

        var draft = new EvidenceDraft { Title = "Signed minutes", FileHash = file.Hash, FileName = file.Name, MediaType = file.MediaType, FileBytes = file.Bytes };
        var row = (await new AddEvidence(gate).RunAsync(World.Honduras, thing, draft)).Row!;
        (await new AddEvidence(gate).RunAsync(World.Honduras, thing, draft)).Row!.Version.ShouldBe(1, "a retry adds nothing");
        (await new ListEvidence(gate).RunAsync(World.Honduras, "Initiative", thing.Id)).ShouldHaveSingleItem().Title.ShouldBe("Signed minutes");

        var found = await new DownloadEvidence(world.As(World.Person(Role.Observer, World.Honduras)), Files).RunAsync(World.Honduras, row.Id);
        await using (var content = found!.Value.Content) (await new StreamReader(content).ReadToEndAsync()).ShouldBe(Encoding.ASCII.GetString(Pdf));
        (await new DownloadEvidence(world.As(World.FocalPoint(World.Mexico)), Files).RunAsync(World.Mexico, row.Id)).ShouldBeNull();
        await Should.ThrowAsync<AccessRefusedException>(() => new DownloadEvidence(world.As(World.FocalPoint(World.Mexico)), Files).RunAsync(World.Honduras, row.Id));
        await Should.ThrowAsync<AccessRefusedException>(() => new AddEvidence(world.As(World.Contributor(World.Honduras))).RunAsync(World.Honduras, thing, draft));

        var retired = (await new RetireEvidence(gate, world.Clock).RunAsync(World.Honduras, thing, row)).Row!;
        (await new DownloadEvidence(gate, Files).RunAsync(World.Honduras, row.Id)).ShouldBeNull();
        (await new RetireEvidence(gate, world.Clock).RestoreAsync(World.Honduras, thing, retired)).Ok.ShouldBeTrue();
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
