using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitoring.Tests.Installation;

/// <summary>The built program as a process of its own, with a data folder of its own and no setting of this shell.</summary>
internal sealed partial class StartedProgram : IAsyncDisposable
{
    // Generous: the machine may be building something else. A program that ends is noticed at once.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedProgram(Process process) => _process = process;

    /// <summary>Everything that it has written, to both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it as <c>dotnet run</c> would: in the project's folder, as Development unless the settings say otherwise.</summary>
    public static StartedProgram Start(string dataDirectory, params (string Name, string Value)[] settings) => Run(null, dataDirectory, settings);

    /// <summary>The same with a command.</summary>
    public static StartedProgram Run(string? command, string dataDirectory, params (string Name, string Value)[] settings)
    {
        var program = Path.Combine(Tree.Root, "src", "Monitoring.Web", "bin", Tree.Configuration, "net10.0", "Monitoring.Web.dll");
        var start = new ProcessStartInfo("dotnet", command is null ? ["exec", program] : ["exec", program, command])
        {
            WorkingDirectory = Path.Combine(Tree.Root, "src", "Monitoring.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList()) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Monitoring__DataDirectory"] = dataDirectory;
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var started = new StartedProgram(new Process { StartInfo = start });
        started._process.OutputDataReceived += (_, line) => started.Read(line.Data);
        started._process.ErrorDataReceived += (_, line) => started.Read(line.Data);
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits until it serves; returns where.</summary>
    public async Task<Uri> ListeningAsync()
    {
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_listening.Task, ended).WaitAsync(Patience);
        return first == ended ? throw new InvalidOperationException($"It ended with {_process.ExitCode} instead of serving:\n{Output}") : await _listening.Task;
    }

    /// <summary>Waits until it has ended by itself; returns its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as a service manager does (SIGTERM); returns its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Windows has no SIGTERM.");
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        return await ExitCodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("Monitoring__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase);

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } found) _listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

/// <summary>The folder of the source tree that these tests were built from.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release: the folder two above the tests.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Monitoring.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not stand in the source tree.");
    }
}
