namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>Finds the columns of a coupling file by their headings; case, blanks and punctuation do not count.</summary>
internal sealed class CouplingHeadings
{
    private static readonly Dictionary<CouplingColumn, string[]> Names = new()
    {
        [CouplingColumn.Mapping] = ["Mapping", "MappingName", "Table"],
        [CouplingColumn.BcId] = ["BcId", "SystemId"],
        [CouplingColumn.BcNo] = ["BcNo", "No", "Number", "Code", "CustomerNo", "ItemNo"],
        [CouplingColumn.SalesId] = ["SalesId", "AccountId", "CrmId", "DataverseId"],
        [CouplingColumn.SalesName] = ["SalesName", "AccountName", "Name"],
        [CouplingColumn.CreateIn] = ["CreateIn"],
        [CouplingColumn.Sync] = ["Sync"],
    };

    private readonly Dictionary<CouplingColumn, int> places = [];
    private readonly IReadOnlyList<string> headings;

    public CouplingHeadings(IReadOnlyList<string> headings)
    {
        this.headings = headings;
        foreach (var (column, names) in Names)
        {
            var found = Enumerable.Range(0, headings.Count)
                .Select(place => (Place: place, Rank: Array.FindIndex(names, name => Same(name, headings[place]))))
                .Where(heading => heading.Rank >= 0)
                .OrderBy(heading => heading.Rank)
                .ToList();
            if (found.Count == 0)
                continue;
            places[column] = found[0].Place;
            // The column's own name is preferred to aliases; two equal names, or two aliases, leave it open which one is meant.
            if (Ambiguous is null && found.Count > 1 && (found[0].Rank > 0 || found[1].Rank == 0))
                Ambiguous = $"'{headings[found[0].Place]}' and '{headings[found[1].Place]}' both stand for {column}";
        }
    }

    /// <summary>Names that are understood, for messages.</summary>
    public static string Known => string.Join(", ", Names.Values.Select(names => names[0]));

    /// <summary>Which headings clash; null when none do.</summary>
    public string? Ambiguous { get; }

    public int Count => headings.Count;

    /// <summary>True when rows can name both sides, or one side and where its counterpart is created.</summary>
    public bool NameRecords
    {
        get
        {
            var bc = Has(CouplingColumn.BcId) || Has(CouplingColumn.BcNo);
            var sales = Has(CouplingColumn.SalesId) || Has(CouplingColumn.SalesName);
            return (bc && sales) || ((bc || sales) && Has(CouplingColumn.CreateIn));
        }
    }

    public bool Has(CouplingColumn column) => places.ContainsKey(column);

    public int? PlaceOf(CouplingColumn column) => places.TryGetValue(column, out var place) ? place : null;

    /// <summary>The heading as it stands in the file, or the column's own name.</summary>
    public string NameOf(CouplingColumn column) => PlaceOf(column) is { } place ? headings[place].Trim() : column.ToString();

    private static bool Same(string name, string heading) =>
        name.Equals(string.Concat(heading.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);
}
