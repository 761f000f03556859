using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// What can be done with quotes, orders and invoices beside writing them (wire-dataverse 7.3).
internal sealed class DocumentActions
{
    private const string QuoteClose = "QuoteClose";
    private const string OrderClose = "OrderClose";

    private static readonly Field QuoteOfOrder = SalesSchema.Order.Find("quoteid")!;
    private static readonly Field OrderOfInvoice = SalesSchema.Invoice.Find("salesorderid")!;

    private readonly SalesOrganization _organization;
    private readonly DocumentCopier _copier;
    private readonly DocumentCloser _quotes;

    public DocumentActions(SalesOrganization organization, RowWriter writer, SetReader reader)
    {
        _organization = organization;
        _copier = new DocumentCopier(organization, writer);
        _quotes = new DocumentCloser(organization, writer, DocumentKind.Quote, SalesSchema.QuoteClose);
        var orders = new DocumentCloser(organization, writer, DocumentKind.Order, SalesSchema.OrderClose);
        var reviser = new QuoteReviser(organization, writer, _copier);
        var prices = new PriceLock(writer);
        Fulfil = new CloseDocumentAction("FulfillSalesOrder", OrderClose, OrderTables.Fulfilled, organization, orders);
        Unbound =
        [
            new CloseDocumentAction("WinQuote", QuoteClose, QuoteTables.Won, organization, _quotes),
            new CloseDocumentAction("CloseQuote", QuoteClose, QuoteTables.Closed, organization, _quotes),
            new CloseDocumentAction("CancelSalesOrder", OrderClose, OrderTables.Canceled, organization, orders) { NeedsType = true },
            new CreateDocumentAction("ReviseQuote", DocumentKind.Quote, DocumentKind.Quote, organization, reader, reviser.Revise),
            new CreateDocumentAction(
                "ConvertQuoteToSalesOrder", DocumentKind.Quote, DocumentKind.Order, organization, reader, OrderOf),
            new CreateDocumentAction(
                "ConvertSalesOrderToInvoice", DocumentKind.Order, DocumentKind.Invoice, organization, reader, InvoiceOf),
            new UnlockPricingAction("UnlockSalesOrderPricing", DocumentKind.Order, prices),
            new UnlockPricingAction("UnlockInvoicePricing", DocumentKind.Invoice, prices),
        ];
        OnRows =
        [
            new LockPricingAction("LockSalesOrderPricing", SalesSchema.Order, prices),
            new LockPricingAction("LockInvoicePricing", SalesSchema.Invoice, prices),
        ];
    }

    public IReadOnlyList<ISalesAction> Unbound { get; }

    public IReadOnlyList<IRowAction> OnRows { get; }

    // Bound to the orders as a whole.
    public ISalesAction Fulfil { get; }

    // A quote that becomes an order is won by that.
    private Row OrderOf(WriteScope scope, Row quote)
    {
        if (quote[DocumentKind.Quote.HeaderColumns.State] is not QuoteTables.Won)
        {
            _quotes.Close(scope, quote, QuoteTables.Won, null, new RowInput());
        }

        var draft = new RowDraft(SalesSchema.Order.Table, _organization.NextId()) { [QuoteOfOrder.Column] = quote.Id };
        return _copier.Copy(scope, DocumentKind.Quote, quote, DocumentKind.Order, draft);
    }

    private Row InvoiceOf(WriteScope scope, Row order) => _copier.Copy(
        scope, DocumentKind.Order, order, DocumentKind.Invoice,
        new RowDraft(SalesSchema.Invoice.Table, _organization.NextId()) { [OrderOfInvoice.Column] = order.Id });
}
