using System.Collections.Frozen;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>A table as Dataverse describes it.</summary>
internal sealed record TableDefinition
{
    private static readonly FrozenDictionary<string, string> NumberColumns = new Dictionary<string, string>
    {
        ["account"] = "accountnumber",
        ["transactioncurrency"] = "isocurrencycode",
        ["product"] = "productnumber",
        ["quote"] = "quotenumber",
        ["salesorder"] = "ordernumber",
        ["invoice"] = "invoicenumber",
    }.ToFrozenDictionary();

    private TableSchema? schema;

    /// <summary>Logical name.</summary>
    internal required string Name { get; init; }

    /// <summary>Name of the entity set in addresses.</summary>
    internal required string SetName { get; init; }

    /// <summary>Primary key column.</summary>
    internal required string IdAttribute { get; init; }

    /// <summary>Primary name column; null when the table has none.</summary>
    internal string? NameAttribute { get; init; }

    /// <summary>True when the table says that it tracks changes.</summary>
    internal bool TracksChanges { get; init; }

    /// <summary>Columns by logical name.</summary>
    internal required IReadOnlyDictionary<string, AttributeDefinition> Attributes { get; init; }

    /// <summary>Ways from lookup columns to tables.</summary>
    internal required IReadOnlyList<Navigation> Navigations { get; init; }

    /// <summary>The way from a lookup to a given table; null when there is none.</summary>
    internal Navigation? FindNavigation(string attribute, string target)
    {
        var ways = Navigations.Where(way => way.Attribute == attribute).ToList();
        return ways.Find(way => way.Target == target)
            ?? (target is "systemuser" or "team" ? ways.Find(way => way.Target == "owner") : null);
    }

    /// <summary>Any way of a lookup: good for clearing it; null when the column is no lookup that can be written.</summary>
    internal Navigation? AnyNavigation(string attribute) => Navigations.FirstOrDefault(way => way.Attribute == attribute);

    /// <summary>The table as the engine sees it.</summary>
    internal TableSchema Schema => schema ??= ToSchema();

    private TableSchema ToSchema() => new()
    {
        Name = Name,
        Columns = Attributes.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Column),
        NumberColumn = NumberColumns.TryGetValue(Name, out var number) && Attributes.ContainsKey(number) ? number : null,
        NameColumn = NameAttribute,
        AcceptsClientIds = true,
        TracksChanges = TracksChanges,
    };
}
