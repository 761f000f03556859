using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Customers and vendors: number series, template, company contact, primary contact (sandbox-rules 2.1).
internal sealed class PartnerRules(BcSession session, CompanyContact company, BusinessPartner partner) : ITableRules
{
    public void Validated(RowDraft draft, Column column)
    {
        if (column == partner.PrimaryContact)
        {
            CheckPrimaryContact(draft);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(partner.Name).Length == 0)
        {
            throw BcException.Refused("BadRequest_RequiredParamNotProvided", "A \"displayName\" must be provided.");
        }

        if (draft.Text(partner.Number).Length == 0)
        {
            draft[partner.Number] = session.NextNumber(partner.NumberSeries, partner.NumberPrefix, partner.Table);
        }

        if (partner.Template is { } templates && draft.Text(CustomerTable.PostingGroup).Length == 0
            && session.Rows(templates).FirstOrDefault() is { } template)
        {
            ApplyTemplate(draft, template);
        }
    }

    public void Inserted(Row row)
    {
        var isCompany = partner.Type is not { } type || row.Text(type) == ContactTable.Company;
        var number = session.NextNumber(ContactRules.NumberSeries, ContactRules.NumberPrefix, ContactTable.Table);
        var contact = new RowDraft(ContactTable.Table, session.NewId())
        {
            [ContactTable.Number] = number,
            [ContactTable.Type] = isCompany ? ContactTable.Company : ContactTable.Person,
            [ContactTable.CompanyNumber] = isCompany ? number : "",
            [ContactTable.CompanyName] = isCompany ? row[partner.Name] : "",
        };
        foreach (var (from, to) in partner.SharedFields)
        {
            contact[to] = row[from];
        }

        session.Save(contact);
        company.Relate(number, partner, row.Text(partner.Number));
    }

    public void Modified(Row before, Row after)
    {
        if (company.ContactOf(partner, after.Text(partner.Number)) is not { } contact)
        {
            return;
        }

        var draft = new RowDraft(contact);
        foreach (var (from, to) in partner.SharedFields.Where(pair => !Equals(before[pair.Own], after[pair.Own])))
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
        if (partner == BusinessPartner.Customer)
        {
            new OpenDocuments(session).CheckCustomer(row);
        }

        if (company.RelationOf(partner, row.Text(partner.Number)) is { } relation)
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
        var number = draft.Text(partner.PrimaryContact);
        draft[partner.Contact] = "";
        if (number.Length == 0)
        {
            return;
        }

        var contact = session.FindByKey(ContactTable.Table, number)!;
        var own = company.RelationOf(partner, draft.Text(partner.Number))?.Text(RelationTable.ContactNumber);
        if (own is null || (contact.Text(ContactTable.CompanyNumber) != own && number != own))
        {
            throw BcException.Dialog(
                $"Contact {number} {contact.Text(ContactTable.Name)} is related to a different company than "
                + $"{partner.Table.Caption.ToLowerInvariant()} {draft.Text(partner.Number)}.");
        }

        if (contact.Text(ContactTable.Type) == ContactTable.Person)
        {
            draft[partner.Contact] = contact[ContactTable.Name];
        }
    }
}
