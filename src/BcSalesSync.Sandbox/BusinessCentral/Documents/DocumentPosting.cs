using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Posts orders and invoices: shipment, invoice, what is left of the document (sandbox-rules 2.2).
internal sealed class DocumentPosting(BcSession session)
{
    private readonly DocumentArchive _archive = new(session);
    private readonly DocumentLines _lines = new(session);

    // Of a released document.
    public PostingResult Post(Row header, bool ships, bool invoices)
    {
        var type = header.Text(SalesHeaderTable.DocumentType);
        if (type is not (SalesHeaderTable.Order or SalesHeaderTable.Invoice))
        {
            throw BcException.Dialog($"A document of type {type} cannot be posted.");
        }

        if (session.FindByKey(CustomerTable.Table, header.Text(SalesHeaderTable.Customer)) is { } customer)
        {
            CustomerBlock.CheckPosting(customer, type, ships);
        }

        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id)
            .Select(line => Take(line, ships, invoices)).ToList();
        var (isShipped, isInvoiced) = (lines.Exists(line => line.Ship != 0m), lines.Exists(line => line.Invoice != 0m));
        if (!isShipped && !isInvoiced)
        {
            throw BcException.Dialog("There is nothing to post because the document does not contain a quantity or amount.");
        }

        if (isShipped && type == SalesHeaderTable.Order)
        {
            _archive.KeepIfWanted(header);
        }

        var isOrder = type == SalesHeaderTable.Order;
        var shipment = isShipped && isOrder ? new ShipmentPosting(session).Post(header, lines) : null;
        var invoice = isInvoiced ? new InvoicePosting(session).Post(new RowDraft(header), isOrder ? header : null, Billed(lines)) : null;
        if (!isOrder)
        {
            lines.ForEach(line => new ShipmentPosting(session).Move(
                line.Line, line.Ship, "Sales Invoice", invoice!.Text(PostedInvoiceTable.Number)));
        }

        lines.ForEach(line => new ShipmentPosting(session).Bill(line.Line, line.Invoice));
        lines.ForEach(line => Settle(line.Line, line.Ship, line.Invoice));
        Finish(header);
        return new PostingResult(shipment, invoice);
    }

    // Moves the quantities of a line; what is left goes next.
    public void Settle(Row line, decimal ship, decimal invoice)
    {
        if (ship == 0m && invoice == 0m)
        {
            return;
        }

        var draft = new RowDraft(line)
        {
            [SalesLineTable.Shipped] = SalesDocument.Of(line, SalesLineTable.Shipped) + ship,
            [SalesLineTable.Invoiced] = SalesDocument.Of(line, SalesLineTable.Invoiced) + invoice,
        };
        LineQuantities.Remaining(draft);
        session.Save(draft);
    }

    private static List<PostedLine> Billed(List<PostedLine> lines) =>
        lines.FindAll(line => line.Invoice != 0m || line.Line.Text(SalesLineTable.Type) == SalesLineTable.Comment);

    private static PostedLine Take(Row line, bool ships, bool invoices)
    {
        var ship = ships ? SalesDocument.Of(line, SalesLineTable.ToShip) : 0m;
        var most = SalesDocument.Of(line, SalesLineTable.NotInvoiced) + ship;
        return new PostedLine(line, ship, invoices ? Math.Min(SalesDocument.Of(line, SalesLineTable.ToInvoice), most) : 0m);
    }

    // A document invoiced to the end is gone; its last state may be kept.
    private void Finish(Row header)
    {
        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id).ToList();
        if (lines.Exists(line => SalesDocument.Of(line, SalesLineTable.Quantity) != SalesDocument.Of(line, SalesLineTable.Invoiced)))
        {
            _lines.Touch(session.Save(new RowDraft(header)));
            return;
        }

        if (_archive.IsWanted(header))
        {
            _archive.Keep(header, isInvoiced: true);
        }

        _lines.RemoveAll(header);
        session.Remove(header);
    }
}
