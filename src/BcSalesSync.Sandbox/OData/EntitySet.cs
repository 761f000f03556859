using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// A published set: the rows of a table (or those of them it shows) under property names.
internal sealed class EntitySet
{
    private readonly Dictionary<string, Property> _byName;

    public EntitySet(string name, string typeName, Table table, IReadOnlyList<Property> properties)
    {
        Name = name;
        TypeName = typeName;
        Table = table;
        Properties = properties;
        Key = properties[0];
        _byName = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string TypeName { get; }

    public Table Table { get; }

    // The key property comes first.
    public IReadOnlyList<Property> Properties { get; }

    public Property Key { get; }

    public IReadOnlyList<Navigation> Navigations { get; init; } = [];

    // Null shows every row of the table.
    public Func<Row, bool>? Shows { get; init; }

    public Property? Find(string name) => _byName.GetValueOrDefault(name);
}
