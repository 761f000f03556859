using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Something the organisation does to a row before it is kept, or refuses (sandbox-rules 1).
internal interface IRowRule
{
    void Apply(RowDraft draft, SalesTable table, WriteScope scope);
}
