using System.Globalization;

namespace Monitoring.Benchmarks;

/// <summary>One line of the table: what was measured against what, and the bar that the product is held to. Without a unit it is a ratio.</summary>
internal sealed record Bar(string What, string Against, double Measured, double Most, string Unit = "")
{
    public static void Print(IReadOnlyList<Bar> bars)
    {
        Console.WriteLine();
        Console.WriteLine($"| {"what",-44} | {"against",-40} | {"measured",-10} | {"at most",-7} | {"",-7} |");
        Console.WriteLine($"|{new string('-', 46)}|{new string('-', 42)}|{new string('-', 12)}|{new string('-', 9)}|{new string('-', 9)}|");
        foreach (var bar in bars) Console.WriteLine(bar.Line);
    }

    private string Line => string.Create(CultureInfo.InvariantCulture,
        $"| {What,-44} | {Against,-40} | {Show(Measured),-10} | {Limit,-7} | {Verdict,-7} |");

    private string Limit => double.IsInfinity(Most) ? "–" : Show(Most);

    private string Verdict => double.IsInfinity(Most) ? "" : Measured <= Most ? "reached" : "MISSED";

    private string Show(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + (Unit.Length == 0 ? " ×" : " " + Unit);
}
