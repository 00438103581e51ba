using System.Net;
using Monitoring.Tests.Progress;

namespace Monitoring.Tests.Reports;

/// <summary>Who is shown which page of reports and cycles; what is refused looks like what is not there.</summary>
public sealed class ReportAccessTests : IAsyncLifetime
{
    private const string Table = """
        Page                            Contributor FocalPoint NationalApprover CountryAdministrator Observer SecretariatAnalyst SecretariatLead Donor Administrator
        /hnd/report                     yes         yes        yes              yes                  yes      -                  -               -     -
        /hnd/report?cycle=2021-S1       yes         yes        yes              yes                  yes      -                  -               -     -
        /hnd/report?cycle=1999          -           -          -                -                    -        -                  -               -     -
        /hnd/report/snapshots           yes         yes        yes              yes                  yes      -                  -               -     -
        /hnd/report/snapshots?from=9    -           -          -                -                    -        -                  -               -     -
        /mex/report                     -           -          -                -                    -        -                  -               -     -
        /xkx/report                     -           -          -                -                    -        -                  -               -     -
        /hnd/indicators/common          yes         yes        yes              yes                  yes      -                  -               -     -
        /mex/indicators/common          -           -          -                -                    -        -                  -               -     -
        /xkx/indicators/common          -           -          -                -                    -        -                  -               -     -
        /region/budget                  -           -          -                -                    -        yes                yes             -     -
        /region/budget?by=2             -           -          -                -                    -        -                  -               -     -
        /region/checklists              -           -          -                -                    -        yes                yes             -     -
        /region/indicators              -           -          -                -                    -        yes                yes             -     -
        /region/indicators/RC3          -           -          -                -                    -        yes                yes             -     -
        /region/indicators/RC99         -           -          -                -                    -        -                  -               -     -
        /region/indicators/new          -           -          -                -                    -        -                  yes             -     -
        /region/figures/parts?of=steps  -           -          -                -                    -        yes                yes             -     -
        /region/figures/parts?of=x      -           -          -                -                    -        -                  -               -     -
        /region/cycles                  -           -          -                -                    -        yes                yes             -     -
        /region/cycles/2021-S1          -           -          -                -                    -        yes                yes             -     -
        /region/cycles/1999             -           -          -                -                    -        -                  -               -     -
        /region/cycles/2021-S1/hnd      -           -          -                -                    -        yes                yes             -     -
        /region/cycles/2021-S1/xkx      -           -          -                -                    -        -                  -               -     -
        /region/cycles/1999/hnd         -           -          -                -                    -        -                  -               -     -
        """;

    private readonly PublishedSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Every_role_sees_the_pages_that_the_table_says()
    {
        var lines = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var roles = lines[0].Skip(1).Select(Enum.Parse<Role>).ToList();
        roles.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
        var wrong = new List<string>();
        foreach (var line in lines.Skip(1))
            foreach (var (role, i) in roles.Select((r, i) => (r, i)))
            {
                using var answer = await _site.AskAsync(line[0], role);
                var expected = line[i + 1] == "yes" ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (answer.StatusCode != expected) wrong.Add($"{line[0]} {role}: {answer.StatusCode}");
            }
        foreach (var line in lines.Skip(1))
        {
            using var answer = await _site.AskAsync(line[0], null);
            if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.NotFound)) wrong.Add($"{line[0]} nobody: {answer.StatusCode}");
        }
        wrong.ShouldBeEmpty();
    }
}
