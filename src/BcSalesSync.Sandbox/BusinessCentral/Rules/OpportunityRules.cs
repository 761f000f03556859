using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Opportunities: whose they are, and the way from not started to won or lost.
internal sealed class OpportunityRules(BcSession session) : ITableRules
{
    public const string NumberSeries = "bc.series.opportunity";
    public const string NumberPrefix = "OP";

    public void Validated(RowDraft draft, Column column)
    {
        if (column == OpportunityTable.Contact)
        {
            TakeOverContact(draft);
        }
        else if (column == OpportunityTable.ContactCompany)
        {
            CheckCompany(draft);
        }
        else if (column == OpportunityTable.Status)
        {
            Move(draft);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(OpportunityTable.Number).Length == 0)
        {
            draft[OpportunityTable.Number] = session.NextNumber(NumberSeries, NumberPrefix, OpportunityTable.Table);
        }

        FieldTest.HasValue(draft, OpportunityTable.Contact);
        FieldTest.HasValue(draft, OpportunityTable.Salesperson);
        draft[OpportunityTable.CreationDate] = session.Today;
    }

    public void Deleting(Row row)
    {
        if (row.Text(OpportunityTable.Status) == OpportunityTable.InProgress)
        {
            throw BcException.Dialog("You cannot delete this opportunity while it is active.");
        }
    }

    private static bool IsClosed(string status) => status is OpportunityTable.Won or OpportunityTable.Lost;

    // The company of a person, or the company contact itself; the contact's salesperson where none is given.
    private void TakeOverContact(RowDraft draft)
    {
        var contact = session.FindByKey(ContactTable.Table, draft.Text(OpportunityTable.Contact));
        draft[OpportunityTable.ContactCompany] = contact?.Text(ContactTable.CompanyNumber) ?? "";
        if (contact is not null && draft.Text(OpportunityTable.Salesperson).Length == 0)
        {
            draft[OpportunityTable.Salesperson] = contact[ContactTable.Salesperson];
        }
    }

    private void CheckCompany(RowDraft draft)
    {
        var number = draft.Text(OpportunityTable.Contact);
        if (session.FindByKey(ContactTable.Table, number) is { } contact
            && contact.Text(ContactTable.CompanyNumber) != draft.Text(OpportunityTable.ContactCompany))
        {
            throw BcException.Dialog(
                $"Contact {number} {contact.Text(ContactTable.Name)} is related to a different company than "
                + $"{draft.Text(OpportunityTable.ContactCompany)}.");
        }
    }

    // Closing fixes the day and the odds; a closed opportunity stays as it is, a started one does not go back.
    private void Move(RowDraft draft)
    {
        var from = draft.Original?.Text(OpportunityTable.Status) ?? OpportunityTable.NotStarted;
        var to = draft.Text(OpportunityTable.Status);
        if (from != to && (IsClosed(from) || to == OpportunityTable.NotStarted))
        {
            throw BcException.Dialog($"The status of the opportunity cannot be changed from {from} to {to}.");
        }

        if (from != to && IsClosed(to))
        {
            draft[OpportunityTable.DateClosed] = session.Today;
            draft[OpportunityTable.Probability] = to == OpportunityTable.Won ? 100m : 0m;
        }
    }
}
