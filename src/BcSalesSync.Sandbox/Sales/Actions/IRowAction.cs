using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// An action that is bound to a row: POST {api}/{set}(id)/Microsoft.Dynamics.CRM.{name} (wire-dataverse 7.3).
internal interface IRowAction
{
    string Name { get; }

    SalesTable Table { get; }

    SalesResponse Run(Guid id, UnitOfWork work);
}
