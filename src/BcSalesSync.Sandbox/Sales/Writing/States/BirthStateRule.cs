using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// A product is born as a draft. An organisation may want those without a parent active at once (wire-dataverse 7.2).
internal sealed class BirthStateRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field State = SalesSchema.Product.Find("statecode")!;
    private static readonly Field Parent = SalesSchema.Product.Find("parentproductid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table == SalesSchema.Product && draft.IsNew)
        {
            draft[State.Column] ??= draft[Parent.Column] is null && organization.Setting("createproductswithoutparentinactivestate") is true
                ? ProductTable.Active
                : ProductTable.Draft;
        }
    }
}
