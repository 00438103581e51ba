using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The country's administrator enters its holidays, or takes one out. A day that is there already gets the new name.</summary>
public sealed class KeepHolidays(Gate gate)
{
    public async Task<(int Kept, Problem? Problem)> AddAsync(CountryCode country, string? pasted, CancellationToken ct = default)
    {
        var (days, problem) = HolidayRules.Read(pasted);
        if (problem is not null) return (0, problem);
        await using var db = await gate.EditAsync(country, May.ManageCountry, ct: ct);
        var there = (await db.ListAsync<Holiday>(Holiday.All, null, ct)).ToDictionary(h => h.HeldOn);
        var fields = new List<FieldChange>();
        foreach (var (day, name) in days)
        {
            var before = there.GetValueOrDefault(day);
            if (before?.Name == name) continue;
            if (before is null) await db.StageAsync(Add, new { Id = Guid.CreateVersion7(), HeldOn = day, Name = name }, ct);
            else await db.StageAsync(Rename, new { before.Id, Name = name }, ct);
            fields.Add(new FieldChange("Holiday", before is null ? null : $"{day:yyyy-MM-dd} {before.Name}", $"{day:yyyy-MM-dd} {name}"));
        }
        if (fields.Count == 0) return (0, null);
        await db.CommitAsync(new Change(ChangeAction.Edited, "Holiday", Guid.CreateVersion7(), country.Value, fields), Guid.CreateVersion7(), ct);
        return (fields.Count, null);
    }

    public async Task RemoveAsync(CountryCode country, Guid id, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.ManageCountry, ct: ct);
        if ((await db.ListAsync<Holiday>(Holiday.All, null, ct)).FirstOrDefault(h => h.Id == id) is not { } now) return;
        await db.StageAsync(Remove, new { Id = id }, ct);
        await db.CommitAsync(new Change(ChangeAction.Retired, "Holiday", id, country.Value, [new FieldChange("Holiday", $"{now.HeldOn:yyyy-MM-dd} {now.Name}", null)]), Guid.CreateVersion7(), ct);
    }

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into Holiday (Country, Id, HeldOn, Name, Version, ChangedAt, ChangedBy) values (@Country, @Id, @HeldOn, @Name, 1, @Now, @Person)
        """);

    public static readonly CountrySql Rename = CountrySql.Of("""
        update Holiday set Name = @Name, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql Remove = CountrySql.Of("delete from Holiday where Country = @Country and Id = @Id");
}
