using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Reserves stock for lines of orders whose item, or else whose customer, always wants that (sandbox-rules 2.2).
internal sealed class LineReservation(BcSession session)
{
    // As the item says; where it leaves that open, as the customer does.
    public void TakePolicy(RowDraft line, Row header)
    {
        var item = line.Text(SalesLineTable.Type) == SalesLineTable.Item
            ? session.FindByKey(ItemTable.Table, line.Text(SalesLineTable.Number)) : null;
        var policy = item?.Text(ItemTable.Reserve) ?? ReservationPolicy.All[0];
        line[SalesLineTable.Reserve] = policy == ReservationPolicy.Optional
            ? session.FindByKey(CustomerTable.Table, header.Text(SalesHeaderTable.Customer))?.Text(CustomerTable.Reserve) ?? policy
            : policy;
    }

    // What is left of the stock, up to what is still to be shipped.
    public void Reserve(RowDraft line)
    {
        if (line.Text(SalesLineTable.Reserve) != ReservationPolicy.Always
            || line.Text(SalesLineTable.DocumentType) != SalesHeaderTable.Order)
        {
            return;
        }

        var number = line.Text(SalesLineTable.Number);
        var taken = session.Rows(SalesLineTable.Table)
            .Where(other => other.Id != line.Id && other.Text(SalesLineTable.Type) == SalesLineTable.Item
                && other.Text(SalesLineTable.Number) == number)
            .Sum(other => SalesDocument.Of(other, SalesLineTable.Reserved));
        var free = Math.Max(0m, new ItemLedger(session).Inventory(number) - taken);
        line[SalesLineTable.Reserved] = Math.Min((decimal)line[SalesLineTable.Outstanding]!, free);
    }
}
