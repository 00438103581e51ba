using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

using ManyCountries = Monitoring.Tests.Kernel.ManyCountries;
using StandingClock = Monitoring.Tests.Kernel.StandingClock;

namespace Monitoring.Tests.Proofs;

/// <summary>
/// This program once more, as a process in which many save until it is killed. It says on its output what was acknowledged and, before
/// each addition, what it tries; a line is out of the process before the next save begins.
/// </summary>
public sealed class SavingChild : IAsyncDisposable
{
    private const string Order = "MONITORING_SAVING_CHILD";
    private const int Editors = 8;

    private readonly Process _process;
    private readonly List<Told> _told = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One line: an acknowledged save of a form, an addition that begins, or an acknowledged one.</summary>
    public sealed record Told(EditorsProof.Ack? Saved = null, NextStepDraft? Adding = null, Guid? Added = null);

    public SavingChild(string path, CountryCode country, (Guid Person, Guid Session) signIn, int seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Under "dotnet test" the process may be the host with the program as its first argument.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(SavingChild).Assembly.Location);
        start.Environment[Order] = string.Create(CultureInfo.InvariantCulture, $"{country}|{signIn.Person}|{signIn.Session}|{seed}|{path}");
        _process = Process.Start(start)!;
    }

    /// <summary>Waits until it saves, lets it go on for <paramref name="more"/>, and kills it as by kill -9; all that it had said.</summary>
    public async Task<IReadOnlyList<Told>> KillAsync(TimeSpan more)
    {
        var errors = _process.StandardError.ReadToEndAsync();
        var reading = ReadAsync();
        if (await Task.WhenAny(_first.Task, reading) == reading) throw new InvalidOperationException("The child saves nothing: " + await errors);
        await Task.Delay(more);
        if (_process.HasExited) throw new InvalidOperationException("The child ended by itself: " + await errors);
        _process.Kill();
        await _process.WaitForExitAsync();
        await reading;
        return _told;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Told? told;
            try
            {
                told = JsonSerializer.Deserialize<Told>(line);
            }
            catch (JsonException)
            {
                // The line in which it died says nothing.
                continue;
            }
            _told.Add(told!);
            if (told!.Saved is not null) _first.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Is this process such a child? Then it saves until it is killed.</summary>
    public static async Task<int?> RunAsync()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|', 5) is not [var code, var person, var session, var seed, var path]) return null;
        var country = CountryCode.Parse(code, null);
        var database = Database.Sqlite(path);
        var clock = new StandingClock();
        Gate SignIn() => ManyCountries.GateOf(database, (Guid.Parse(person), Guid.Parse(session)), clock);
        var proof = new EditorsProof(SignIn, country, clock, int.Parse(seed, CultureInfo.InvariantCulture));
        await Task.WhenAll(Enumerable.Range(1, Editors).Select(editor => Task.Run(() => WorkAsync(editor))));
        return 1;

        async Task WorkAsync(int editor)
        {
            var initiative = (await new ReadFactSheet(SignIn()).RunAsync(country, EditorsProof.Code))!.Initiative.Id;
            // Another editor each time: what they do is decided by their number.
            for (var who = editor; ; who += Editors)
            {
                await proof.EditAsync(who, 1, ack => Tell(new Told(Saved: ack)));
                var draft = new NextStepDraft { InitiativeId = initiative, Text = "Added." };
                Tell(new Told(Adding: draft));
                if ((await new AddNextStep(SignIn()).RunAsync(country, draft)).Ok) Tell(new Told(Added: draft.Operation));
            }
        }
    }

    private static void Tell(Told told) => Console.Out.WriteLine(JsonSerializer.Serialize(told));
}
