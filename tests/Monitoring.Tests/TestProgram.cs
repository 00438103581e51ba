namespace Monitoring.Tests;

/// <summary>The entry that xunit would generate, but for the child processes of <see cref="ChildProcess"/> and <see cref="Proofs.SavingChild"/>.</summary>
internal static class TestProgram
{
    public static async Task<int> Main(string[] args) => await ChildProcess.RunAsync() ?? await Proofs.SavingChild.RunAsync()
        ?? (args.Any(a => a is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args));
}
