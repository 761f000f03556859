using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The bond between a customer or vendor, its company contact and that company's persons.
internal sealed class CompanyContact(BcSession session)
{
    public static readonly IReadOnlyList<Column> AddressFields =
    [
        ContactTable.Address, ContactTable.Address2, ContactTable.City, ContactTable.County, ContactTable.Country, ContactTable.PostCode,
    ];

    public Row? RelationOf(BusinessPartner partner, string number) =>
        session.Data(RelationTable.Table).Index(RelationTable.Number).Equal(number)
        .FirstOrDefault(relation => relation.Text(RelationTable.LinkToTable) == partner.Link);

    public Row? ContactOf(BusinessPartner partner, string number) => RelationOf(partner, number) is { } relation
        ? session.FindByKey(ContactTable.Table, relation.Text(RelationTable.ContactNumber))
        : null;

    // The customer or vendor a contact belongs to: through its company, or by a relation of its own.
    public Row? PartnerOf(BusinessPartner partner, Row contact) =>
        PartnerOf(partner, contact.Text(ContactTable.CompanyNumber)) ?? PartnerOf(partner, contact.Text(ContactTable.Number));

    // The customer or vendor the contact of this number stands for.
    public Row? PartnerOf(BusinessPartner partner, string contactNumber)
    {
        if (contactNumber.Length == 0)
        {
            return null;
        }

        var relation = session.Data(RelationTable.Table).Index(RelationTable.ContactNumber).Equal(contactNumber)
            .FirstOrDefault(candidate => candidate.Text(RelationTable.LinkToTable) == partner.Link);
        return relation is null ? null : session.FindByKey(partner.Table, relation.Text(RelationTable.Number));
    }

    public IEnumerable<Row> PersonsOf(string companyNumber) => session.Data(ContactTable.Table).Index(ContactTable.CompanyNumber)
        .Equal(companyNumber).Where(contact => contact.Text(ContactTable.Type) == ContactTable.Person).ToList();

    public void Relate(string contactNumber, BusinessPartner partner, string number)
    {
        var relation = new RowDraft(RelationTable.Table, session.NewId())
        {
            [RelationTable.ContactNumber] = contactNumber,
            [RelationTable.LinkToTable] = partner.Link,
            [RelationTable.Number] = number,
        };
        session.Save(relation);
    }

    // Name and address of a company reach its persons: the name always, the address where the person had the company's.
    public void CarryToPersons(Row before, Row after)
    {
        var nameChanged = before.Text(ContactTable.Name) != after.Text(ContactTable.Name);
        var addressChanged = AddressFields.Any(column => !Equals(before[column], after[column]));
        if (!nameChanged && !addressChanged)
        {
            return;
        }

        foreach (var person in PersonsOf(after.Text(ContactTable.Number)))
        {
            var draft = new RowDraft(person);
            if (nameChanged)
            {
                draft[ContactTable.CompanyName] = after[ContactTable.Name];
            }

            if (addressChanged && AddressFields.All(column => Equals(person[column], before[column])))
            {
                foreach (var column in AddressFields)
                {
                    draft[column] = after[column];
                }
            }

            if (draft.Table.Columns.Any(draft.Changed))
            {
                session.Save(draft);
            }
        }
    }
}
