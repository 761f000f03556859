using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// The customer of an opportunity is its account or else its contact; naming the customer sets the one or the other.
internal sealed class OpportunityRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Customer = SalesSchema.Opportunity.Find("customerid")!;
    private static readonly Field ParentAccount = SalesSchema.Opportunity.Find("parentaccountid")!;
    private static readonly Field ParentContact = SalesSchema.Opportunity.Find("parentcontactid")!;
    private static readonly Field Account = SalesSchema.Opportunity.Find("accountid")!;
    private static readonly Field Contact = SalesSchema.Opportunity.Find("contactid")!;
    private static readonly Field PriceList = SalesSchema.Opportunity.Find("pricelevelid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Opportunity)
        {
            return;
        }

        if (IsGiven(draft, Customer) && draft[Customer.Column] is { } customer)
        {
            var parent = organization.Find(SalesSchema.Account, (Guid)customer) is null ? ParentContact : ParentAccount;
            draft[parent.Column] = customer;
        }
        else if (IsGiven(draft, ParentAccount) || IsGiven(draft, ParentContact))
        {
            draft[Customer.Column] = draft[ParentAccount.Column] ?? draft[ParentContact.Column];
        }

        draft[Account.Column] = organization.Find(SalesSchema.Account, draft[Customer.Column] as Guid?)?.Id;
        draft[Contact.Column] = organization.Find(SalesSchema.Contact, draft[Customer.Column] as Guid?)?.Id;
        if (draft.Changed(PriceList.Column))
        {
            PriceListCurrency.Check(organization, draft, table, PriceList, "0x80048CEF");
        }
    }

    // A new row says something about a column when it has a value.
    private static bool IsGiven(RowDraft draft, Field field) =>
        draft.IsNew ? draft[field.Column] is not null : draft.Changed(field.Column);
}
