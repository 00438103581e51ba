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
    case ["region", .. var size]:
        // Ten million: region 100.
        Bar.Print([.. await RegionTimes.MatrixAsync(size is [var cells] ? int.Parse(cells, System.Globalization.CultureInfo.InvariantCulture) : 10)]);
        return 0;
    case ["held", var rows]:
        await RegionTimes.HoldAsync(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["sheets"]:
        Bar.Print([.. await RegionTimes.ExportAsync(), .. RegionTimes.Sheet(periods: 20)]);
        return 0;
    case ["circuits"]:
        Bar.Print([.. await CircuitMemory.RunAsync(tabs: 40)]);
        return 0;
    case ["cold"]:
        Bar.Print([.. await ColdStart.RunAsync()]);
        return 0;
    case ["filter"]:
        Bar.Print([.. await FilterTimes.RunAsync()]);
        return 0;
    case ["save"]:
        Bar.Print([.. await SaveTimes.RunAsync()]);
        return 0;
    case ["sheet"]:
        Bar.Print([.. RegionTimes.Sheet(periods: 20)]);
        return 0;
    case []:
        Bar.Print([.. await FilterTimes.RunAsync(), .. await SaveTimes.RunAsync(), .. await WorkspaceTimes.RunAsync(), .. await RegionTimes.MatrixAsync(cells: 10), .. await RegionTimes.ExportAsync(), .. RegionTimes.Sheet(periods: 20), .. await ColdStart.RunAsync(), .. await CircuitMemory.RunAsync(tabs: 40)]);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Nothing prints all ratios, filter, save, cold, circuits, region [cells], sheet, sheets and workspace some of them; prove runs every proof in full, prove " + Prove.Usage + " one of them.");
        return 1;
}
