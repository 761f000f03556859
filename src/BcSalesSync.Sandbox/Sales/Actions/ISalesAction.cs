using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// An action that is bound to nothing: POST {api}/{name} (wire-dataverse 7.3).
internal interface ISalesAction
{
    string Name { get; }

    SalesResponse Run(SalesRequest request, UnitOfWork work);
}
