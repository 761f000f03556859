using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The customer: number series, template, company contact, primary contact (sandbox-rules 2.1).
internal sealed class CustomerRules(BcSession session, CompanyContact company) : ITableRules
{
    public const string NumberSeries = "bc.series.customer";

    public void Validated(RowDraft draft, Column column)
    {
        if (column == CustomerTable.PrimaryContact)
        {
            CheckPrimaryContact(draft);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(CustomerTable.Name).Length == 0)
        {
            throw BcException.Refused("BadRequest_RequiredParamNotProvided", "A \"displayName\" must be provided.");
        }

        if (draft.Text(CustomerTable.Number).Length == 0)
        {
            draft[CustomerTable.Number] = session.NextNumber(NumberSeries, "C", CustomerTable.Table);
        }

        if (draft.Text(CustomerTable.PostingGroup).Length == 0
            && session.Rows(SetupTables.CustomerTemplate).FirstOrDefault() is { } template)
        {
            ApplyTemplate(draft, template);
        }
    }

    public void Inserted(Row row)
    {
        var isCompany = row.Text(CustomerTable.Type) == ContactTable.Company;
        var number = session.NextNumber(ContactRules.NumberSeries, ContactRules.NumberPrefix, ContactTable.Table);
        var contact = new RowDraft(ContactTable.Table, session.NewId())
        {
            [ContactTable.Number] = number,
            [ContactTable.Type] = row[CustomerTable.Type],
            [ContactTable.CompanyNumber] = isCompany ? number : "",
            [ContactTable.CompanyName] = isCompany ? row[CustomerTable.Name] : "",
        };
        foreach (var (from, to) in CompanyContact.SharedFields)
        {
            contact[to] = row[from];
        }

        session.Save(contact);
        company.Relate(number, row.Text(CustomerTable.Number));
    }

    public void Modified(Row before, Row after)
    {
        if (before.Text(CustomerTable.Number) != after.Text(CustomerTable.Number)
            && company.RelationOfCustomer(before.Text(CustomerTable.Number)) is { } relation)
        {
            session.Save(new RowDraft(relation) { [RelationTable.Number] = after[CustomerTable.Number] });
        }

        if (company.ContactOfCustomer(after.Text(CustomerTable.Number)) is not { } contact)
        {
            return;
        }

        var draft = new RowDraft(contact);
        foreach (var (from, to) in CompanyContact.SharedFields.Where(pair => !Equals(before[pair.Customer], after[pair.Customer])))
        {
            draft[to] = after[from];
        }

        if (!ContactTable.Table.Columns.Any(draft.Changed))
        {
            return;
        }

        if (contact.Text(ContactTable.Type) == ContactTable.Company)
        {
            draft[ContactTable.CompanyName] = draft[ContactTable.Name];
        }

        company.CarryToPersons(contact, session.Save(draft));
    }

    public void Deleting(Row row)
    {
        if (company.RelationOfCustomer(row.Text(CustomerTable.Number)) is { } relation)
        {
            session.Remove(relation);
        }
    }

    private static void ApplyTemplate(RowDraft draft, Row template)
    {
        foreach (var column in template.Table.Columns)
        {
            // System columns and the template's own code do not travel.
            if (column.Ordinal > template.Table.KeyColumn.Ordinal && draft.Table.Find(column.Name) is { } target
                && draft.Text(target).Length == 0)
            {
                draft[target] = template[column];
            }
        }
    }

    private void CheckPrimaryContact(RowDraft draft)
    {
        var number = draft.Text(CustomerTable.PrimaryContact);
        draft[CustomerTable.Contact] = "";
        if (number.Length == 0)
        {
            return;
        }

        var contact = session.FindByKey(ContactTable.Table, number)!;
        var own = company.RelationOfCustomer(draft.Text(CustomerTable.Number))?.Text(RelationTable.ContactNumber);
        if (own is null || (contact.Text(ContactTable.CompanyNumber) != own && number != own))
        {
            throw BcException.Dialog(
                $"Contact {number} {contact.Text(ContactTable.Name)} is related to a different company than customer "
                + $"{draft.Text(CustomerTable.Number)}.");
        }

        if (contact.Text(ContactTable.Type) == ContactTable.Person)
        {
            draft[CustomerTable.Contact] = contact[ContactTable.Name];
        }
    }
}
