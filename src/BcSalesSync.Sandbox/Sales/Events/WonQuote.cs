using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Events;

// A seller wins a quote: it becomes an order under the same number, which is submitted unless wanted otherwise (sandbox-rules 1.5).
internal sealed class WonQuote(SalesOrganization organization, RowWriter writer)
{
    private static readonly Field QuoteOfOrder = SalesSchema.Order.Find("quoteid")!;
    private static readonly Field State = SalesSchema.Order.Find("statecode")!;

    private readonly DocumentCopier _copier = new(organization, writer);
    private readonly DocumentCloser _closer = new(organization, writer, DocumentKind.Quote, SalesSchema.QuoteClose);

    public Row Win(WriteScope scope, Row quote, bool submits)
    {
        _closer.Close(scope, quote, QuoteTables.Won, null, new RowInput());
        var draft = new RowDraft(SalesSchema.Order.Table, organization.NextId())
        {
            [QuoteOfOrder.Column] = quote.Id,
            [DocumentKind.Order.HeaderColumns.Number] = quote[DocumentKind.Quote.HeaderColumns.Number],
        };
        var order = _copier.Copy(scope, DocumentKind.Quote, quote, DocumentKind.Order, draft);
        if (!submits)
        {
            return order;
        }

        var input = new RowInput();
        input.Values[State] = OrderTables.Submitted;
        return writer.Update(scope, SalesSchema.Order, order.Id, input);
    }
}
