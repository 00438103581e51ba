namespace Monitoring.Browser.Tests.Stage;

/// <summary>Finds a browser of the Chromium family on this machine.</summary>
internal static class InstalledBrowser
{
    public const string Variable = "MONITORING_CHROMIUM";

    private static readonly string[] Commands =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

    private static readonly string[] OnWindows =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] OnMac =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>The path of the variable, else of the first one found; null when there is none.</summary>
    /// <exception cref="FileNotFoundException">The variable names a file that is not there: a wrong setting is not worked around.</exception>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} is {named}, and there is no such file.");
        return Candidates().FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            string[] roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
            return roots.Select(Environment.GetEnvironmentVariable).OfType<string>()
                .SelectMany(root => OnWindows.Select(path => Path.Combine(root, path)));
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var onPath = Commands.SelectMany(command => folders.Select(folder => Path.Combine(folder, command)));
        return OperatingSystem.IsMacOS() ? OnMac.Concat(onPath) : onPath;
    }
}
