using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Account and parent contact of a contact follow from its parent customer, which may be either.
internal sealed class ParentCustomerRule(SalesOrganization organization) : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Contact || !draft.Changed(table.Find("parentcustomerid")!.Column))
        {
            return;
        }

        var parent = draft[table.Find("parentcustomerid")!.Column] as Guid?;
        draft[table.Find("accountid")!.Column] = organization.Find(SalesSchema.Account, parent)?.Id;
        draft[table.Find("parentcontactid")!.Column] = organization.Find(SalesSchema.Contact, parent)?.Id;
    }
}
