using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The country decides whether an approver may approve what they sent themself.</summary>
public sealed class ChangeOwnApproval(Gate gate)
{
    /// <returns>False when it was so already.</returns>
    public async Task<bool> RunAsync(CountryCode country, bool allows, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.ManageCountry, ct: ct);
        var before = await db.OneAsync<bool>(ApproveReport.AllowsOwn, null, ct);
        if (before == allows) return false;
        var id = await db.OneAsync<Guid?>(Id, null, ct);
        if (id is null) await db.StageAsync(Add, new { Id = id = Guid.CreateVersion7(), Allows = allows }, ct);
        else await db.StageAsync(Set, new { Allows = allows }, ct);
        var field = new FieldChange("AllowsOwnApproval", before.ToString(), allows.ToString());
        await db.CommitAsync(new Change(ChangeAction.Edited, "ReportSetting", id.Value, country.Value, [field]), Guid.CreateVersion7(), ct);
        return true;
    }

    public static readonly CountrySql Id = CountrySql.Of("select Id from ReportSetting where Country = @Country");

    public static readonly CountrySql Set = CountrySql.Of("""
        update ReportSetting set AllowsOwnApproval = @Allows, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Country = @Country
        """);

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into ReportSetting (Country, Id, AllowsOwnApproval, Version, ChangedAt, ChangedBy) values (@Country, @Id, @Allows, 1, @Now, @Person)
        """);
}
