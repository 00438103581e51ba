using Monitoring.Data;
using Monitoring.Web.Access;
using Monitoring.Web.Layout;

namespace Monitoring.Web.Region.Compare;

/// <summary>The files of a comparison: the same address as the page's, the same answer.</summary>
public static class CompareEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/region/compare.xlsx", async (string? countries, string? rows, string? axis, string? cycle, CompareCountries compare, ComparisonWorkbook workbook, CancellationToken ct) =>
            File(await compare.RunAsync(countries, rows, axis, cycle, ct), workbook.Of, Xlsx, "xlsx")).For(May.ReadRegion);
        routes.MapGet("/region/compare.csv", async (string? countries, string? rows, string? axis, string? cycle, CompareCountries compare, ComparisonCsv csv, CancellationToken ct) =>
            File(await compare.RunAsync(countries, rows, axis, cycle, ct), csv.Of, CsvType, "csv")).For(May.ReadRegion);
        routes.MapGet("/region/compare-values.xlsx", async (string? countries, string? rows, string? axis, string? cycle, CompareCountries compare, TidyValues values, TidyFiles files, CancellationToken ct) =>
        {
            var of = Enough(await compare.RunAsync(countries, rows, axis, cycle, ct));
            return Results.Stream(await files.SheetAsync(values.OfAsync(of, ct), of.AcceptedAt ?? DateTime.UnixEpoch, ct), Xlsx, $"{NameOf(of, ReadersLanguage.Current, "values")}.xlsx");
        }).For(May.ReadRegion);
        routes.MapGet("/region/compare-values.csv", async (string? countries, string? rows, string? axis, string? cycle, CompareCountries compare, TidyValues values, TidyFiles files, CancellationToken ct) =>
        {
            var of = Enough(await compare.RunAsync(countries, rows, axis, cycle, ct));
            return Results.Stream(to => files.CsvAsync(values.OfAsync(of, ct), to, ct), CsvType, $"{NameOf(of, ReadersLanguage.Current, "values")}.csv");
        }).For(May.ReadRegion);
    }

    // Nothing to compare is nothing to download.
    private static Comparison Enough(Comparison of) => of.Selection.IsEnough ? of : throw new UnknownChoiceException("comparison", of.Selection.Query);

    private static IResult File(Comparison of, Func<Comparison, byte[]> write, string type, string ending) =>
        Results.Stream(new MemoryStream(write(Enough(of))), type, $"{NameOf(of, ReadersLanguage.Current)}.{ending}");

    /// <summary>Says which cycle and which snapshots are in the file: <c>mirps-2021-S1-hnd1-mex1-es</c>. A country without one stands by itself.</summary>
    internal static string NameOf(Comparison of, string language, string? what = null) =>
        string.Join('-', [what is null ? "mirps" : "mirps-" + what, .. of.Cycles, .. of.Countries.Select(c => c.Code.Slug + c.Country.SnapshotNo), language]);
}
