using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Sequels;

// What the organisation does to other rows once a row was kept.
internal interface IRowSequel
{
    // The row before the change is null for a new one.
    void Follow(Row row, Row? before, SalesTable table, WriteScope scope);
}
