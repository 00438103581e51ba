namespace Monitoring.Data;

/// <summary>The closed list of what runs without a person.</summary>
public enum JobName
{
    /// <summary>Loads reference data, the 2021 report and the demo layer at start.</summary>
    Load,
    /// <summary>Freezes an accepted report into a snapshot.</summary>
    Freeze,
    /// <summary>Looks whether histories and snapshots are as they were written.</summary>
    Examine,
    /// <summary>Makes the kept totals again from their leaves and looks whether they are equal; fills those that an older program did not keep.</summary>
    Recompute,
    /// <summary>Takes files away that were taken in as evidence and never saved.</summary>
    Sweep,
    /// <summary>Looks whether the installation has people, and makes the set-up link.</summary>
    Start,
}

/// <summary>The doors for a job. History names it as <c>system:load</c> and so on.</summary>
public sealed class JobGate
{
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly string _name;

    internal JobGate(Database database, JobName job, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        _name = "system:" + job.ToString().ToLowerInvariant();
    }

    /// <summary>One country, to read.</summary>
    public async Task<CountryDb> ReadAsync(CountryCode country, CancellationToken ct = default) => new(await OpenAsync(edit: false, ct, country), country);

    /// <summary>One country, one transaction.</summary>
    public async Task<CountryEdit> EditAsync(CountryCode country, CancellationToken ct = default) =>
        new(await OpenAsync(edit: true, ct, country), country, null, _name);

    /// <summary>The catalogues, one transaction.</summary>
    public async Task<CatalogueEdit> EditCataloguesAsync(CancellationToken ct = default) => new(await OpenAsync(edit: true, ct));

    /// <summary>People and countries, to read.</summary>
    public async Task<PlatformDb> ReadPeopleAsync(CancellationToken ct = default) => new(await OpenAsync(edit: false, ct));

    /// <summary>People and countries, one transaction.</summary>
    public async Task<PlatformEdit> EditPeopleAsync(CancellationToken ct = default) => new(await OpenAsync(edit: true, ct));

    private async Task<Session> OpenAsync(bool edit, CancellationToken ct, CountryCode? country = null)
    {
        var session = await Session.OpenAsync(_database, edit, ct);
        var now = Session.Now(_clock);
        session.Bound["Now"] = now;
        session.Bound["Today"] = DateOnly.FromDateTime(now);
        session.Bound["Person"] = _name;
        session.Bound["PersonId"] = null;
        if (country is { } one)
        {
            await session.ForCountryAsync(one, ct);
            if (edit) await session.QueueAsync(one, ct);
        }
        return session;
    }
}
