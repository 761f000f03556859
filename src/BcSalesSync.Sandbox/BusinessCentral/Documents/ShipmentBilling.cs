using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// A separate invoice over what earlier shipments have not billed yet; the orders stay where they are.
internal sealed class ShipmentBilling(BcSession session)
{
    private readonly DocumentPosting _posting = new(session);

    public Row Post(IReadOnlyList<Row> shipments)
    {
        if (shipments.Select(shipment => shipment.Text(CustomerOf(shipment))).Distinct().Count() != 1)
        {
            throw BcException.Dialog("The shipments of one invoice must have the same Sell-to Customer No.");
        }

        var open = shipments.SelectMany(OpenLines).ToList();
        if (open.Count == 0)
        {
            throw BcException.Dialog("There is nothing to post because the document does not contain a quantity or amount.");
        }

        // Each is settled before the next is read: two shipments of one order line bill one part after the other.
        var posted = new List<PostedLine>();
        foreach (var shipped in open)
        {
            var quantity = SalesDocument.Of(shipped, PostedShipmentLineTable.Quantity)
                - SalesDocument.Of(shipped, PostedShipmentLineTable.Invoiced);
            var line = OrderLine(shipped);
            posted.Add(new PostedLine(line, 0m, quantity));
            _posting.Settle(line, 0m, quantity);
            session.Save(new RowDraft(shipped)
            {
                [PostedShipmentLineTable.Invoiced] = shipped[PostedShipmentLineTable.Quantity],
            });
        }

        return new InvoicePosting(session).Post(HeaderFor(shipments[0]), null, posted);
    }

    private static Tables.Column CustomerOf(Row shipment) => shipment.Table[SalesHeaderTable.Customer.Name];

    private IEnumerable<Row> OpenLines(Row shipment) => session.Data(PostedShipmentLineTable.Table)
        .Index(PostedShipmentLineTable.DocumentId).Equal(shipment.Id)
        .Where(line => !Equals(line[PostedShipmentLineTable.Quantity], line[PostedShipmentLineTable.Invoiced]))
        .OrderBy(line => (int)line[PostedShipmentLineTable.Sequence]!).ToList();

    private Row OrderLine(Row shipped) => session.Data(SalesLineTable.Table).Index(SalesLineTable.Document)
        .Equal(shipped[PostedShipmentLineTable.Order])
        .FirstOrDefault(line => Equals(line[SalesLineTable.Sequence], shipped[PostedShipmentLineTable.OrderLine]))
        ?? throw BcException.Dialog($"The order {shipped.Text(PostedShipmentLineTable.Order)} of the shipment line no longer exists.");

    // A header as someone would write it for the customer, in the currency of the shipment.
    private RowDraft HeaderFor(Row shipment)
    {
        var draft = new RowDraft(SalesHeaderTable.Table, session.NewId());
        new SalesHeaderRules(session).Creating(draft);
        draft[SalesHeaderTable.DocumentType] = SalesHeaderTable.Invoice;
        draft[SalesHeaderTable.Customer] = shipment[CustomerOf(shipment)];
        draft[SalesHeaderTable.CustomerId] = shipment[shipment.Table[SalesHeaderTable.CustomerId.Name]];
        new CustomerDefaults(session, new HeaderTerms(session)).SellTo(draft);
        foreach (var column in new[]
        {
            SalesHeaderTable.Currency, SalesHeaderTable.CurrencyId, SalesHeaderTable.CurrencyFactor, SalesHeaderTable.PricesIncludeTax,
        })
        {
            draft[column] = shipment[shipment.Table[column.Name]];
        }

        return draft;
    }
}
