using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The contact: number series, company of a person, name parts, the customer or vendor behind a company contact (sandbox-rules 2.1).
internal sealed class ContactRules(BcSession session, CompanyContact company) : ITableRules
{
    public const string NumberSeries = "bc.series.contact";
    public const string NumberPrefix = "CT";

    public void Validated(RowDraft draft, Column column)
    {
        if (column == ContactTable.CompanyNumber)
        {
            TakeOverCompany(draft);
        }
        else if (column == ContactTable.Name && IsPerson(draft))
        {
            PersonName.Split(draft);
        }
        else if (column == ContactTable.FirstName || column == ContactTable.MiddleName || column == ContactTable.Surname)
        {
            PersonName.Join(draft);
        }
        else if (column == ContactTable.Type && !draft.IsNew && draft.Changed(ContactTable.Type) && !IsPerson(draft))
        {
            draft[ContactTable.CompanyNumber] = draft[ContactTable.Number];
            draft[ContactTable.CompanyName] = draft[ContactTable.Name];
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(ContactTable.Number).Length == 0)
        {
            draft[ContactTable.Number] = session.NextNumber(NumberSeries, NumberPrefix, ContactTable.Table);
        }

        if (IsPerson(draft))
        {
            PersonName.Complete(draft);
        }
        else
        {
            draft[ContactTable.CompanyNumber] = draft[ContactTable.Number];
            draft[ContactTable.CompanyName] = draft[ContactTable.Name];
        }
    }

    // A person adding a contact by hand finds it as primary contact of a customer or vendor that had none; the API page does not do
    // that.
    public void Inserted(Row row)
    {
        if (!session.IsPerson || row.Text(ContactTable.Type) != ContactTable.Person)
        {
            return;
        }

        foreach (var partner in BusinessPartner.All)
        {
            if (company.PartnerOf(partner, row) is { } owner && owner.Text(partner.PrimaryContact).Length == 0)
            {
                session.Save(new RowDraft(owner)
                {
                    [partner.PrimaryContact] = row[ContactTable.Number],
                    [partner.Contact] = row[ContactTable.Name],
                });
            }
        }
    }

    public void Modified(Row before, Row after)
    {
        if (after.Text(ContactTable.Type) != ContactTable.Company)
        {
            return;
        }

        if (after.Text(ContactTable.CompanyName) != after.Text(ContactTable.Name))
        {
            after = session.Save(new RowDraft(after) { [ContactTable.CompanyName] = after[ContactTable.Name] });
        }

        company.CarryToPersons(before, after);
        foreach (var partner in BusinessPartner.All)
        {
            if (company.PartnerOf(partner, after.Text(ContactTable.Number)) is { } owner)
            {
                CarryToPartner(partner, owner, before, after);
            }
        }
    }

    public void Deleting(Row row)
    {
        var number = row.Text(ContactTable.Number);
        foreach (var partner in BusinessPartner.All)
        {
            if (company.PartnerOf(partner, number) is { } owner)
            {
                throw BcException.Dialog(
                    $"You cannot delete contact {number} because it stands for {partner.Link.ToLowerInvariant()} "
                    + $"{owner.Text(partner.Number)}.");
            }

            foreach (var served in session.Data(partner.Table).Index(partner.PrimaryContact).Equal(number).ToList())
            {
                session.Save(new RowDraft(served) { [partner.PrimaryContact] = "", [partner.Contact] = "" });
            }
        }
    }

    private static bool IsPerson(RowDraft draft) => draft.Text(ContactTable.Type) == ContactTable.Person;

    private void CarryToPartner(BusinessPartner partner, Row owner, Row before, Row after)
    {
        var draft = new RowDraft(owner);
        foreach (var (to, from) in partner.SharedFields.Where(pair => !Equals(before[pair.Contact], after[pair.Contact])))
        {
            draft[to] = after[from];
        }

        if (partner.Table.Columns.Any(draft.Changed))
        {
            session.Save(draft);
        }
    }

    // A person takes the company's name always, and its address and salesperson where it has none of its own.
    private void TakeOverCompany(RowDraft draft)
    {
        var number = draft.Text(ContactTable.CompanyNumber);
        if (number.Length == 0)
        {
            draft[ContactTable.CompanyName] = "";
            return;
        }

        var owner = session.FindByKey(ContactTable.Table, number)!;
        draft[ContactTable.CompanyName] = owner[ContactTable.Name];
        if (!draft.IsNew)
        {
            return;
        }

        if (CompanyContact.AddressFields.All(column => draft.Text(column).Length == 0))
        {
            foreach (var column in CompanyContact.AddressFields)
            {
                draft[column] = owner[column];
            }
        }

        if (draft.Text(ContactTable.Salesperson).Length == 0)
        {
            draft[ContactTable.Salesperson] = owner[ContactTable.Salesperson];
        }
    }
}
