using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Makes posted shipments and takes the goods out of stock.
internal sealed class ShipmentPosting(BcSession session)
{
    public Row Post(Row order, IReadOnlyList<PostedLine> lines)
    {
        var draft = new RowDraft(PostedShipmentTable.Table, session.NewId())
        {
            [PostedShipmentTable.Number] = DocumentSeries.Shipment.Next(session, PostedShipmentTable.Table),
            [PostedShipmentTable.OrderId] = order.Id,
            [PostedShipmentTable.Order] = order[SalesHeaderTable.Number],
            [PostedShipmentTable.PostingDate] = order[SalesHeaderTable.PostingDate],
            [PostedShipmentTable.ShipmentDate] = order[SalesHeaderTable.ShipmentDate],
        };
        foreach (var (own, from) in PostedShipmentTable.Kept)
        {
            draft[own] = order[from];
        }

        var shipment = session.Save(draft);
        foreach (var line in lines.Where(line => line.Ship != 0m || line.Line.Text(SalesLineTable.Type) == SalesLineTable.Comment))
        {
            PostLine(shipment, line);
        }

        return shipment;
    }

    // Goods that leave without a shipment of their own, on an invoice or back by a credit memo.
    public void Move(Row line, decimal quantity, string documentType, string number)
    {
        if (line.Text(line.Table[SalesLineTable.Type.Name]) == SalesLineTable.Item
            && session.FindByKey(ItemTable.Table, line.Text(line.Table[SalesLineTable.Number.Name])) is { } item)
        {
            var unit = (decimal)line[line.Table[SalesLineTable.UnitQuantity.Name]]!;
            new ItemLedger(session).Sell(item, quantity * unit, documentType, number);
        }
    }

    // What is billed through the order is billed of its earlier shipments, the oldest first.
    public void Bill(Row line, decimal quantity)
    {
        foreach (var shipped in session.Data(PostedShipmentLineTable.Table).Index(PostedShipmentLineTable.Order)
            .Equal(line[SalesLineTable.Document])
            .Where(row => Equals(row[PostedShipmentLineTable.OrderLine], line[SalesLineTable.Sequence]))
            .OrderBy(row => row.Version).ToList())
        {
            var invoiced = SalesDocument.Of(shipped, PostedShipmentLineTable.Invoiced);
            var part = Math.Min(quantity, SalesDocument.Of(shipped, PostedShipmentLineTable.Quantity) - invoiced);
            if (part > 0m)
            {
                session.Save(new RowDraft(shipped) { [PostedShipmentLineTable.Invoiced] = invoiced + part });
                quantity -= part;
            }
        }
    }

    private void PostLine(Row shipment, PostedLine posted)
    {
        var line = posted.Line;
        var draft = new RowDraft(PostedShipmentLineTable.Table, session.NewId())
        {
            [PostedShipmentLineTable.DocumentId] = shipment.Id,
            [PostedShipmentLineTable.Document] = shipment[PostedShipmentTable.Number],
            [PostedShipmentLineTable.Sequence] = line[SalesLineTable.Sequence],
            [PostedShipmentLineTable.Quantity] = posted.Ship,
            [PostedShipmentLineTable.Order] = line[SalesLineTable.Document],
            [PostedShipmentLineTable.OrderLine] = line[SalesLineTable.Sequence],
        };
        foreach (var (own, from) in PostedShipmentLineTable.Kept)
        {
            draft[own] = line[from];
        }

        session.Save(draft);
        Move(line, posted.Ship, "Sales Shipment", shipment.Text(PostedShipmentTable.Number));
    }
}
