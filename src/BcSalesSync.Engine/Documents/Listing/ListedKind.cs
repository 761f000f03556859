using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Documents.Quotes;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Listing;

/// <summary>How documents of a kind are listed.</summary>
/// <param name="Shape">Where Sales keeps them.</param>
/// <param name="Mapping">Mapping under which they are coupled.</param>
/// <param name="Family">Family within which their couplings are unique.</param>
/// <param name="Waiting">Condition for those that wait, {company} standing for the company's row.</param>
/// <param name="Uncoupled">Says how one stands that is not coupled.</param>
internal sealed record ListedKind(
    DocumentShape Shape, string Mapping, string Family, string Waiting, Func<SalesDocument, (DocumentStatus Status, string? Message)> Uncoupled)
{
    /// <summary>Condition for documents of the company, or of none.</summary>
    public const string OfCompany = "bcbi_companyid eq {company} or bcbi_companyid eq null";

    private static readonly ListedKind Orders = new(
        DocumentShape.Order, DocumentFamily.OrderMapping, DocumentFamily.Orders, OrderWork.Submitted, JudgeOrder);

    private static readonly ListedKind Quotes = new(
        DocumentShape.Quote,
        DocumentFamily.QuoteMapping,
        DocumentFamily.Quotes,
        QuoteWork.Open,
        JudgeQuote);

    private static readonly ListedKind Invoices = new(
        DocumentShape.Invoice,
        DocumentFamily.InvoiceMapping,
        DocumentFamily.Invoices,
        $"statecode eq 0 and ({OfCompany})",
        _ => (DocumentStatus.NotEligible, "Invoices come from Business Central; this one does not."));

    /// <summary>Columns that a list shows.</summary>
    public IReadOnlyList<string> Columns =>
    [
        Shape.NumberColumn, "name", "customerid", "transactioncurrencyid", "totalamount", "statecode", "statuscode", "lastbackofficesubmit",
    ];

    /// <summary>How a kind is listed.</summary>
    public static ListedKind Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Order => Orders,
        DocumentKind.Quote => Quotes,
        _ => Invoices,
    };

    /// <summary>How far a document has come, and why no further.</summary>
    public (DocumentStatus Status, string? Message) Judge(SalesDocument document, CouplingState? coupling, PendingRecord? pending)
    {
        if (pending is { Class: not null })
            return (DocumentStatus.Failed, pending.Message);
        return coupling is not null ? (DocumentStatus.Transferred, null) : Uncoupled(document);
    }

    private static (DocumentStatus Status, string? Message) JudgeOrder(SalesDocument order)
    {
        if (OrderWriteBack.IsMissing(order))
            return (DocumentStatus.Pending, null);
        return (DocumentStatus.NotEligible, order.StateName() is "Submitted"
            ? "It was taken over before, and the coupling is not here."
            : $"It is {order.StateName()}; only submitted orders are taken over.");
    }

    private static (DocumentStatus Status, string? Message) JudgeQuote(SalesDocument quote) => quote.StateName() is "Active" or "Won"
        ? (DocumentStatus.Pending, null)
        : (DocumentStatus.NotEligible, $"It is {quote.StateName()}; only active and won quotes are taken over.");
}
