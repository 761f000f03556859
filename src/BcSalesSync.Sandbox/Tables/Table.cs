namespace BcSalesSync.Sandbox.Tables;

// A stored table: the four stamp columns every row has, then its own columns. Values are kept by column ordinal.
internal sealed class Table
{
    private readonly Dictionary<string, Column> _byName = new(StringComparer.Ordinal);

    public Table(string system, string name, StampColumns stamps, IEnumerable<Column> columns)
    {
        System = system;
        Name = name;
        Stamps = stamps;
        Columns = [stamps.Id, stamps.Version, stamps.CreatedAt, stamps.ModifiedAt, .. columns];
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].Ordinal = i;
            _byName.Add(Columns[i].Name, Columns[i]);
        }

        KeyColumn = stamps.Id;
    }

    // "bc" or "sales".
    public string System { get; }

    public string Name { get; }

    // What the system's messages call the table.
    public string Caption { get; init; } = "";

    // The set the control API and fault rules know the table by.
    public string Set { get; init; } = "";

    // The table number of Business Central.
    public int Number { get; init; }

    public StampColumns Stamps { get; }

    public IReadOnlyList<Column> Columns { get; }

    // The column that orders an unordered read (in Business Central the primary key).
    public Column KeyColumn { get; init; }

    // The columns no two rows may have in common; empty when only the id tells rows apart.
    public IReadOnlyList<Column> UniqueKey { get; init; } = [];

    // A set-up table: there is one row and never another.
    public bool HasOneRow { get; init; }

    // How texts compare: Business Central tells cases apart, Dataverse does not.
    public StringComparer TextComparer { get; init; } = StringComparer.Ordinal;

    // A Business Central row has a blank for every missing value, a Dataverse row a null.
    public bool BlanksForNulls { get; init; }

    public Column this[string column] => _byName[column];

    public Column? Find(string column) => _byName.GetValueOrDefault(column);
}
