using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Couplings;

/// <summary>Documents that are coupled without a table mapping: their couplings have a name of their own, and are listed and removed by it.</summary>
/// <param name="Name">Name under which they are coupled.</param>
/// <param name="Family">Family within which their couplings are unique: table of Business Central and table of Sales.</param>
internal sealed record UnmappedDocuments(string Name, string Family)
{
    /// <summary>Name of orders, which have a mapping while it follows them.</summary>
    public const string Orders = "SALESORDER-ORDER";

    /// <summary>Family of orders.</summary>
    public const string OrderFamily = "salesHeaders|salesorder";

    /// <summary>Name of quotes.</summary>
    public const string Quotes = "SALESQUOTE-QUOTE";

    /// <summary>Family of quotes.</summary>
    public const string QuoteFamily = "salesHeaders|quote";

    /// <summary>Name of posted invoices.</summary>
    public const string Invoices = "POSTEDSALESINV-INV";

    /// <summary>Family of posted invoices.</summary>
    public const string InvoiceFamily = "postedInvoices|invoice";

    private static readonly UnmappedDocuments[] All = [new(Orders, OrderFamily), new(Quotes, QuoteFamily), new(Invoices, InvoiceFamily)];

    /// <summary>Table in Business Central.</summary>
    public string BcTable => Family[..Family.IndexOf('|', StringComparison.Ordinal)];

    /// <summary>Table in Sales.</summary>
    public string SalesTable => Family[(Family.IndexOf('|', StringComparison.Ordinal) + 1)..];

    /// <summary>Those of a name, which may hold wildcards, that have no mapping.</summary>
    public static IReadOnlyList<UnmappedDocuments> Named(string? name, IReadOnlyList<TableMapping> mappings)
    {
        if (name is null)
            return [];
        var pattern = new WildcardPattern(name);
        return [.. All.Where(documents => pattern.Matches(documents.Name) && mappings.All(mapping => mapping.Name != documents.Name))];
    }
}
