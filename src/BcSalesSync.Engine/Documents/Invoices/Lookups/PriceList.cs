using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>The price list of an invoice.</summary>
/// <param name="Id">Row id, also of one that is still to be created.</param>
internal sealed record PriceList(Guid Id)
{
    /// <summary>Columns to create it with; empty when it is there.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Missing { get; init; } = [];
}
