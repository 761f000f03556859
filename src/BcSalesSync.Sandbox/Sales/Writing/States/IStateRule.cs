using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// Refuses a state a client wants for an existing row (wire-dataverse 7.2).
internal interface IStateRule
{
    void Check(SalesTable table, Row row, int wanted);
}
