using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// A canceled invoice has to be active again before it can be paid.
internal sealed class InvoiceStateRule : IStateRule
{
    private static readonly Field State = SalesSchema.Invoice.Find("statecode")!;

    public void Check(SalesTable table, Row row, int wanted)
    {
        if (table == SalesSchema.Invoice && wanted == InvoiceTables.Paid && (int)row[State.Column]! == InvoiceTables.Canceled)
        {
            throw SalesError.InvalidState("The invoice is not in the active state and cannot be paid.");
        }
    }
}
