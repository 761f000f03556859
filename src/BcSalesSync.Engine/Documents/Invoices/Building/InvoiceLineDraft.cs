using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>A line as it is to be created in Sales.</summary>
/// <param name="Number">Its line number.</param>
/// <param name="Values">Columns of the new row.</param>
/// <param name="Amounts">Columns that Sales takes only once the row is there.</param>
internal sealed record InvoiceLineDraft(
    int Number, IReadOnlyList<KeyValuePair<string, FieldValue>> Values, IReadOnlyList<KeyValuePair<string, FieldValue>> Amounts)
{
    /// <summary>The product; null for a write-in.</summary>
    public Guid? Product { get; init; }

    /// <summary>Its unit; null for a write-in.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Price of one.</summary>
    public decimal Price { get; init; }
}
