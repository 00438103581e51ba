namespace Monitoring.Web.Indicators;

/// <summary>
/// The cells that are asked for one period and group: a column for each sex, a row for each age band; of what is not asked by sex or by
/// age there is the total only. A share takes two columns a cell.
/// </summary>
public sealed record CellGrid(IReadOnlyList<Sex> Sexes, IReadOnlyList<string> Ages, string Group, bool IsRatio)
{
    private static readonly Sex[] Total = [Sex.All];

    public static CellGrid Of(IndicatorRow indicator, string group) => MeasurementRules.IsSplit(indicator.Kind)
        ? new(indicator.BySex ? Enum.GetValues<Sex>() : Total, indicator.ByAge ? CellKey.Ages : [CellKey.All], indicator.ByGroup ? group : CellKey.All,
            indicator.Kind is IndicatorKind.Ratio)
        : new(Total, [CellKey.All], CellKey.All, false);

    /// <summary>What is needed to show these cells and no more.</summary>
    public static CellGrid Around(IEnumerable<CellKey> cells, string group)
    {
        var shown = cells.ToList();
        return new([.. Enum.GetValues<Sex>().Where(s => shown.Any(c => c.Sex == s))], [.. CellKey.Ages.Where(a => shown.Any(c => c.AgeBand == a))], group, false);
    }

    /// <summary>Columns a cell.</summary>
    public int Width => IsRatio ? 2 : 1;

    public int Columns => Sexes.Count * Width;

    /// <summary>One value and no breakdown.</summary>
    public bool IsSingle => Sexes.Count == 1 && Ages.Count == 1;

    public IEnumerable<CellKey> Cells => Ages.SelectMany(a => Sexes.Select(s => new CellKey(s, a, Group)));

    public bool Contains(CellKey cell) => cell.Group == Group && Sexes.Contains(cell.Sex) && Ages.Contains(cell.AgeBand);

    /// <summary>The cell at a row and column (counting both columns of a share); null beyond the edge.</summary>
    public CellKey? At(int row, int column) => row >= 0 && column >= 0 && row < Ages.Count && column < Columns
        ? new CellKey(Sexes[column / Width], Ages[row], Group)
        : null;
}
