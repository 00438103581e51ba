using Monitoring.Benchmarks;

if (await Monitoring.Tests.Proofs.SavingChild.RunAsync() is { } ended) return ended;

// A timing is a ratio against a floor measured in the same run: machines differ and are shared.
switch (args)
{
    case ["prove", .. var rest]:
        return await Prove.RunAsync(rest);
    case ["bare"]:
        await ColdStart.BareAsync();
        return 0;
    case ["workspace"]:
        Bar.Print(await WorkspaceTimes.RunAsync());
        return 0;
    case []:
        Bar.Print([.. FilterBenchmarks.Run(), .. await SaveTimes.RunAsync(), .. await WorkspaceTimes.RunAsync(), .. await ColdStart.RunAsync()]);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Nothing prints all ratios, workspace those of a large country; prove runs every proof in full, prove " + Prove.Usage + " one of them.");
        return 1;
}
