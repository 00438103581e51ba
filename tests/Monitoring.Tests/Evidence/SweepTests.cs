using System.Text;
using Monitoring.Web.Comments;
using Monitoring.Web.Evidence;

namespace Monitoring.Tests.Evidence;

/// <summary>Files that were taken in and never saved go after a week; one that was saved stays, whatever happens to the database.</summary>
public sealed class SweepTests : IDisposable
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EveryDatabase]
    public async Task What_no_form_saved_goes_after_a_week_and_what_one_saved_stays(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var files = Files(world);
        var (left, kept) = (await TakeAsync(files, "left"), await TakeAsync(files, "kept"));
        var row = await AddAsync(world, files, kept);
        (await SweepFiles.LookAsync(world.Job, files)).ShouldBe(new FilesSeen(1, 0, 0));
        world.Clock.Advance(FileStore.SafeAge);
        (await Sweep(world, files)).ShouldBe(0, "a form may be open that long");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SweepFiles.LookAsync(world.Job, files)).ShouldBe(new FilesSeen(1, 1, 0));
        (await Sweep(world, files)).ShouldBe(1);
        (files.Has(left.Hash), files.Has(kept.Hash)).ShouldBe((false, true));

        // Taken off, it can be brought back.
        (await new RetireEvidence(world.As(Focal), world.Clock).RunAsync(World.Honduras, await ThingAsync(world), row)).Ok.ShouldBeTrue();
        world.Clock.Advance(TimeSpan.FromDays(400));
        (await Sweep(world, files)).ShouldBe(0);
        files.Has(kept.Hash).ShouldBeTrue();
        File.Delete(Directory.EnumerateFiles(_folder, kept.Hash, SearchOption.AllDirectories).Single());
        (await SweepFiles.LookAsync(world.Job, files)).Missing.ShouldBe(1);
    }

    [Fact]
    public async Task A_saved_file_stays_even_if_another_database_is_looked_at()
    {
        await using var world = await World.OpenAsync();
        var files = Files(world);
        var kept = await TakeAsync(files, "kept");
        await AddAsync(world, files, kept);
        await using var other = await World.OpenAsync();
        world.Clock.Advance(TimeSpan.FromDays(400));
        (await Sweep(other, files)).ShouldBe(0);
        files.Has(kept.Hash).ShouldBeTrue();
    }

    [Fact]
    public async Task A_row_whose_save_ended_in_the_middle_keeps_its_file()
    {
        await using var world = await World.OpenAsync();
        var files = Files(world);
        var kept = await TakeAsync(files, "kept");
        await AddAsync(world, files, kept);
        // The program was killed after the commit and before the mark went.
        var mark = Directory.EnumerateFiles(_folder, kept.Hash, SearchOption.AllDirectories).Single() + ".unsaved";
        await File.WriteAllTextAsync(mark, "");
        File.SetLastWriteTimeUtc(mark, world.Clock.GetUtcNow().UtcDateTime);
        world.Clock.Advance(TimeSpan.FromDays(30));
        (await Sweep(world, files)).ShouldBe(0);
        (files.Has(kept.Hash), File.Exists(mark)).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_file_that_was_swept_is_asked_for_again_and_the_rest_of_an_upload_goes_too()
    {
        await using var world = await World.OpenAsync();
        var files = Files(world);
        var left = await TakeAsync(files, "left");
        var part = Path.Combine(_folder, "files", "ended-in-the-middle.part");
        await File.WriteAllTextAsync(part, "x");
        File.SetLastWriteTimeUtc(part, world.Clock.GetUtcNow().UtcDateTime);
        world.Clock.Advance(TimeSpan.FromDays(8));
        (await Sweep(world, files)).ShouldBe(2);
        File.Exists(part).ShouldBeFalse();
        var late = await new AddEvidence(world.As(Focal), files).RunAsync(World.Honduras, await ThingAsync(world), Draft(left));
        (late.Outcome, late.Problem?.TextKey).ShouldBe((SaveOutcome.Refused, "FileGone"));
        var again = await TakeAsync(files, "left");
        (await new AddEvidence(world.As(Focal), files).RunAsync(World.Honduras, await ThingAsync(world), Draft(again))).Ok.ShouldBeTrue();
    }

    private FileStore Files(World world) => new(new Monitoring.Web.Installation.Installation(false, _folder), world.Clock);

    private static Task<int> Sweep(World world, FileStore files) => new SweepFiles(world.Nobody, files).RunAsync();

    private static async Task<StoredFile> TakeAsync(FileStore files, string content) =>
        (await files.TakeAsync(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7\n" + content)), content + ".pdf")).File!;

    private static EvidenceDraft Draft(StoredFile file) =>
        new() { Title = file.Name, FileHash = file.Hash, FileName = file.Name, MediaType = file.MediaType, FileBytes = file.Bytes };

    private static async Task<EvidenceRow> AddAsync(World world, FileStore files, StoredFile file) =>
        (await new AddEvidence(world.As(Focal), files).RunAsync(World.Honduras, await ThingAsync(world), Draft(file))).Row!;

    private static async Task<Thing> ThingAsync(World world)
    {
        if (await world.Behind.ScalarAsync<int>("select count(*) from Initiative where Country = 'HND' and Code = 'HN-ONE'") == 0) await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var id = await world.Behind.ScalarAsync<Guid>("select Id from Initiative where Country = 'HND' and Code = 'HN-ONE'");
        return new Thing("Initiative", id, id, "initiatives/HN-ONE#summary", "HN-ONE");
    }
}
