using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>
/// Columns of a read: what is asked of the wire, and where each property of an answer goes. Immutable and shared by all pages.
/// </summary>
internal sealed class Selection
{
    private const string VersionAttribute = "versionnumber";
    private const string ModifiedAttribute = "modifiedon";

    private Selection(TableDefinition table, IReadOnlyList<AttributeDefinition> columns)
    {
        Table = table;
        Columns = columns;
        Ordinals = Number(columns);
        var asked = columns.Select(column => column.WireName)
            .Append(Stamp(table, VersionAttribute))
            .Append(Stamp(table, ModifiedAttribute));
        Names = [.. asked.OfType<string>().DefaultIfEmpty(table.IdAttribute).Distinct()];
        NeedsAnnotations = columns.Any(column => column.Column.Targets.Count > 1);
        Properties = AnswerProperty.For(this);
        LookupCount = Properties.Count(property => property.Role == PropertyRole.LookupTable);
    }

    /// <summary>The table.</summary>
    internal TableDefinition Table { get; }

    /// <summary>Columns asked for, each once.</summary>
    internal IReadOnlyList<AttributeDefinition> Columns { get; }

    /// <summary>Position of each column by name.</summary>
    internal IReadOnlyDictionary<string, int> Ordinals { get; }

    /// <summary>Names in <c>$select</c>, stamps included.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>True when a lookup may lead to several tables, so that answers must name them.</summary>
    internal bool NeedsAnnotations { get; }

    /// <summary>Properties of an answer that mean something, in the order in which they are likely to come.</summary>
    internal IReadOnlyList<AnswerProperty> Properties { get; }

    /// <summary>How many lookups a row of the answer holds.</summary>
    internal int LookupCount { get; }

    /// <summary>Selects columns of a table.</summary>
    /// <exception cref="EndpointException">The table has no such column to read.</exception>
    internal static Selection Of(TableDefinition table, IEnumerable<string> columns) =>
        new(table, [.. columns.Distinct().Select(column => Find(table, column))]);

    private static string? Stamp(TableDefinition table, string name) => table.Attributes.ContainsKey(name) ? name : null;

    private static Dictionary<string, int> Number(IReadOnlyList<AttributeDefinition> columns)
    {
        var ordinals = new Dictionary<string, int>(columns.Count);
        foreach (var column in columns)
            ordinals.Add(column.Column.Name, ordinals.Count);
        return ordinals;
    }

    private static AttributeDefinition Find(TableDefinition table, string column) =>
        table.Attributes.TryGetValue(column, out var attribute) && attribute.CanRead
            ? attribute
            : throw new EndpointException(
                SystemSide.Sales,
                new EndpointFailure(FailureClass.Capability, "column", $"The table {table.Name} in Sales has no column {column}."));
}
