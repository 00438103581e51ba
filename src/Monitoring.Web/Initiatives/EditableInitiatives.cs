using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>Which of these initiatives the person may edit, for showing controls; each save asks again.</summary>
public static class EditableInitiatives
{
    public static async Task<IReadOnlySet<Guid>> EditableAsync(this Gate gate, CountryCode country, IEnumerable<Guid> initiatives, CancellationToken ct = default)
    {
        var asked = initiatives.ToHashSet();
        if (await gate.MayAsync(May.EditCountry, country, ct: ct)) return asked;
        var own = new HashSet<Guid>();
        // Only a contributor has some and not others; nobody else is asked one by one.
        if (!(await gate.GrantsAsync(ct)).Any(g => g.Role is Role.Contributor && g.Country == country)) return own;
        foreach (var id in asked)
            if (await gate.MayAsync(May.EditInitiative, country, id, ct)) own.Add(id);
        return own;
    }
}
