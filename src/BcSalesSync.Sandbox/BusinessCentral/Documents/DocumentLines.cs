using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// The lines of a header: what reaches them when it changes, and the stamp both have in common.
internal sealed class DocumentLines(BcSession session)
{
    private static readonly (Column Header, Column Line)[] FollowedDates =
    [
        (SalesHeaderTable.RequestedDeliveryDate, SalesLineTable.RequestedDeliveryDate),
        (SalesHeaderTable.ShipmentDate, SalesLineTable.ShipmentDate),
    ];

    private static readonly Column[] Repricing =
    [
        SalesHeaderTable.Customer, SalesHeaderTable.BillToCustomer, SalesHeaderTable.Currency, SalesHeaderTable.PricesIncludeTax,
    ];

    public void Touch(Row header)
    {
        session.Save(session.Data(DocumentBufferTable.Table).Find(header.Id) is { } buffer
            ? new RowDraft(buffer)
            : new RowDraft(DocumentBufferTable.Table, header.Id) { [DocumentBufferTable.Number] = header[SalesHeaderTable.Number] });
        new DraftInvoices(session).Follow(header);
    }

    public void Follow(Row before, Row after)
    {
        var dates = FollowedDates.Where(pair => !Equals(before[pair.Header], after[pair.Header])).ToList();
        var reprices = Repricing.Any(column => !Equals(before[column], after[column]));
        if (dates.Count == 0 && !reprices)
        {
            return;
        }

        foreach (var line in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), after.Id))
        {
            var draft = new RowDraft(line);
            foreach (var (header, own) in dates)
            {
                draft[own] = after[header];
            }

            if (reprices && line.Text(SalesLineTable.Number).Length > 0)
            {
                new LineProduct(session).Reprice(draft, after);
            }

            session.Save(draft);
        }

        if (reprices)
        {
            new InvoiceDiscount(session).Spread(after);
        }
    }

    // Lines, notes and buffer of a document that goes.
    public void RemoveAll(Row header)
    {
        new DraftInvoices(session).Forget(header);
        foreach (var note in session.Data(SalesNoteTable.Table).Index(SalesNoteTable.DocumentId).Equal(header.Id).ToList())
        {
            session.Remove(note);
        }

        foreach (var line in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id).ToList())
        {
            session.Remove(line);
        }

        if (session.Data(DocumentBufferTable.Table).Find(header.Id) is { } buffer)
        {
            session.Remove(buffer);
        }
    }
}
