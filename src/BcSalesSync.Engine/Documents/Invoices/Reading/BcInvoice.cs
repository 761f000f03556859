using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Reading;

/// <summary>A posted invoice as it stands in Business Central.</summary>
/// <param name="Header">The header.</param>
/// <param name="Lines">The lines in their order.</param>
internal sealed record BcInvoice(Record Header, IReadOnlyList<Record> Lines)
{
    /// <summary>SystemId.</summary>
    public Guid Id => Header.Id;

    /// <summary>Number.</summary>
    public string Number => Header["number"].ToString();

    /// <summary>True when unit prices and line discounts include tax.</summary>
    public bool PricesIncludeTax => Header["pricesIncludeTax"].Raw is true;

    /// <summary>Number of the customer it was sold to.</summary>
    public string CustomerNumber => Header["customerNumber"].ToString();

    /// <summary>A number of the header, 0 when blank.</summary>
    public decimal Amount(string column) => Header[column].AsNumber() ?? 0;
}
