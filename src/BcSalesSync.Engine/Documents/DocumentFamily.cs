using BcSalesSync.Engine.Couplings;

namespace BcSalesSync.Engine.Documents;

/// <summary>
/// Mappings and families under which documents are coupled. They are the same without the companion app, so that couplings outlive its
/// installation.
/// </summary>
internal static class DocumentFamily
{
    /// <summary>Mapping of orders.</summary>
    public const string OrderMapping = UnmappedDocuments.Orders;

    /// <summary>Family of orders.</summary>
    public const string Orders = UnmappedDocuments.OrderFamily;

    /// <summary>Name under which quotes are coupled; Business Central has no mapping for them.</summary>
    public const string QuoteMapping = UnmappedDocuments.Quotes;

    /// <summary>Family of quotes.</summary>
    public const string Quotes = UnmappedDocuments.QuoteFamily;

    /// <summary>Name under which won quotes are marked that were processed to the end.</summary>
    public const string WonQuoteMapping = "SALESQUOTE-WON";

    /// <summary>Family of these marks.</summary>
    public const string WonQuotes = "salesHeaders|quote|won";

    /// <summary>Mapping of posted invoices.</summary>
    public const string InvoiceMapping = UnmappedDocuments.Invoices;

    /// <summary>Family of posted invoices.</summary>
    public const string Invoices = UnmappedDocuments.InvoiceFamily;
}
