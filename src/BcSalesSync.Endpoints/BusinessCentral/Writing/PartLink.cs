using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>
/// A table whose rows are created below the row they belong to: the service looks its id up and does not let it be written
/// (spec/wire-bc.md 10).
/// </summary>
/// <param name="Table">Table of the rows.</param>
/// <param name="Owner">Table of what they belong to.</param>
/// <param name="Column">Column with the id of the row they belong to.</param>
internal sealed record PartLink(string Table, string Owner, string Column)
{
    private static readonly PartLink[] Known = [new("salesLines", "salesHeaders", "documentId")];

    /// <summary>The link of a new row, with the id of its owner; null when the row is created in its own table.</summary>
    public static (PartLink Link, Guid Owner)? Of(BcTable table, RecordWrite write) =>
        table.IsCompanion && write.Kind == WriteKind.Create
        && Array.Find(Known, link => link.Table == table.Schema.Name) is { } found
        && write.Values.FirstOrDefault(pair => pair.Key == found.Column).Value.AsId() is { } owner
            ? (found, owner)
            : null;

    /// <summary>Path below the owner.</summary>
    public string PathBelow(BcTable table, Guid owner) =>
        $"{table.Path[..^table.Schema.Name.Length]}{Owner}({owner})/{table.Schema.Name}";

    /// <summary>The write without the column that the path stands for.</summary>
    public RecordWrite Strip(RecordWrite write) => write with { Values = [.. write.Values.Where(pair => pair.Key != Column)] };
}
