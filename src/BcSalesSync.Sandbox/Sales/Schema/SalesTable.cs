using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A Dataverse table: its stored columns, its deletions, and what it supports.
internal sealed class SalesTable
{
    private const string BaseSuffix = "_base";

    private readonly Dictionary<string, Field> _byName;
    private readonly Dictionary<string, Field> _byWireName;
    private readonly Dictionary<string, (Field Field, LookupTarget Target)> _byNavigation = new(StringComparer.Ordinal);

    public SalesTable(string name, string setName, string displayName, IEnumerable<Field> fields, string? idName = null)
    {
        Name = name;
        SetName = setName;
        DisplayName = displayName;
        var id = Field.Id(idName ?? name + "id").CreateOnly();
        var version = Field.BigInteger("versionnumber").ReadOnly();
        var created = Field.DateTime("createdon").ReadOnly();
        var modified = Field.DateTime("modifiedon").ReadOnly();
        var own = WithBaseAmounts(fields).ToList();
        Fields = [id, version, created, modified, .. own];
        Table = new Table(
            "sales", name, new StampColumns(id.Column, version.Column, created.Column, modified.Column), own.Select(field => field.Column))
        {
            Caption = displayName,
            Set = setName,
            TextComparer = StringComparer.OrdinalIgnoreCase,
        };
        Deletions = new DeletionTable(name);
        _byName = Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        _byWireName = Fields.ToDictionary(field => field.WireName, StringComparer.Ordinal);
        Amounts =
        [
            .. from field in Fields
            where field.Kind == FieldKind.Money
            let twin = Find(field.Name + BaseSuffix)
            where twin is not null
            select (field, twin),
        ];
        foreach (var field in Fields)
        {
            foreach (var target in field.Targets)
            {
                _byNavigation.TryAdd(target.Navigation, (field, target));
            }
        }
    }

    public string Name { get; }

    public string SetName { get; }

    public string DisplayName { get; }

    public string PrimaryName { get; init; } = "name";

    public int TypeCode { get; init; }

    public bool TracksChanges { get; init; } = true;

    // Whether the table offers CreateMultiple, UpdateMultiple and UpsertMultiple.
    public bool TakesMultiple { get; init; }

    // A table the organisation maintains itself.
    public bool IsReadOnly { get; init; }

    // Refuses to lose a row others point to; elsewhere the pointers are cleared. A look-up may say otherwise.
    public bool KeepsReferencedRows { get; init; }

    // The lines of a document; null for every other table.
    public DetailRows? Details { get; init; }

    public Table Table { get; }

    public DeletionTable Deletions { get; }

    public IReadOnlyList<Field> Fields { get; }

    // The amounts, each with its twin in the organisation's currency.
    public IReadOnlyList<(Field Amount, Field Twin)> Amounts { get; }

    public Field Id => Fields[0];

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    public Field? FindWire(string wireName) => _byWireName.GetValueOrDefault(wireName);

    public (Field Field, LookupTarget Target)? FindNavigation(string name) =>
        _byNavigation.TryGetValue(name, out var found) ? found : null;

    private static IEnumerable<Field> WithBaseAmounts(IEnumerable<Field> fields) =>
        fields.SelectMany(field =>
            field.Kind == FieldKind.Money ? [field, Field.Money(field.Name + BaseSuffix).ReadOnly()] : new[] { field });
}
