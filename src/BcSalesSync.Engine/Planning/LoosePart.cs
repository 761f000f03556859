using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>
/// What is written along with a document and has no counterpart of its own, such as the line with the freight of an order, or the price of what
/// it sells.
/// </summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id, also of one that is created.</param>
/// <param name="Values">Columns and values it is to have.</param>
public sealed record LoosePart(string Table, Guid Id, IReadOnlyList<KeyValuePair<string, FieldValue>> Values)
{
    /// <summary>The record as it is; null when it is created.</summary>
    public Record? Held { get; init; }
}
