namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>The rows that fit one key. Of many only the first few are kept: more than one is ambiguous however many they are.</summary>
/// <param name="key">The key.</param>
internal sealed class MatchEntry(MatchKey key)
{
    private const int MostKept = 10;
    private readonly List<MatchRow> rows = [];

    /// <summary>The key.</summary>
    public MatchKey Key => key;

    /// <summary>The first few rows.</summary>
    public IReadOnlyList<MatchRow> Rows => rows;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row; one that is read a second time, because it moved between pages, counts once.</summary>
    public void Add(MatchRow row)
    {
        if (rows.Exists(known => known.Id == row.Id))
            return;
        Count++;
        if (rows.Count < MostKept)
            rows.Add(row);
    }
}
