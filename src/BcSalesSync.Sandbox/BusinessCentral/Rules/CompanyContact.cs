using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The bond between a customer, its company contact and that company's persons.
internal sealed class CompanyContact(BcSession session)
{
    public const string CustomerLink = "Customer";

    // What customer and company contact have in common.
    public static readonly IReadOnlyList<(Column Customer, Column Contact)> SharedFields =
    [
        (CustomerTable.Name, ContactTable.Name), (CustomerTable.Address, ContactTable.Address),
        (CustomerTable.Address2, ContactTable.Address2),
        (CustomerTable.City, ContactTable.City), (CustomerTable.County, ContactTable.County), (CustomerTable.Country, ContactTable.Country),
        (CustomerTable.PostCode, ContactTable.PostCode), (CustomerTable.Phone, ContactTable.Phone),
        (CustomerTable.Email, ContactTable.Email),
        (CustomerTable.Website, ContactTable.Website), (CustomerTable.Fax, ContactTable.Fax),
        (CustomerTable.Salesperson, ContactTable.Salesperson), (CustomerTable.Currency, ContactTable.Currency),
    ];

    public static readonly IReadOnlyList<Column> AddressFields =
    [
        ContactTable.Address, ContactTable.Address2, ContactTable.City, ContactTable.County, ContactTable.Country, ContactTable.PostCode,
    ];

    public Row? RelationOfCustomer(string customerNumber) =>
        session.Data(RelationTable.Table).Index(RelationTable.Number).Equal(customerNumber)
        .FirstOrDefault(relation => relation.Text(RelationTable.LinkToTable) == CustomerLink);

    public Row? ContactOfCustomer(string customerNumber) => RelationOfCustomer(customerNumber) is { } relation
        ? session.FindByKey(ContactTable.Table, relation.Text(RelationTable.ContactNumber))
        : null;

    // The customer a contact belongs to: through its company, or by a relation of its own.
    public Row? CustomerOf(Row contact) =>
        CustomerOfContact(contact.Text(ContactTable.CompanyNumber)) ?? CustomerOfContact(contact.Text(ContactTable.Number));

    public Row? CustomerOfContact(string contactNumber)
    {
        if (contactNumber.Length == 0)
        {
            return null;
        }

        var relation = session.Data(RelationTable.Table).Index(RelationTable.ContactNumber).Equal(contactNumber)
            .FirstOrDefault(candidate => candidate.Text(RelationTable.LinkToTable) == CustomerLink);
        return relation is null ? null : session.FindByKey(CustomerTable.Table, relation.Text(RelationTable.Number));
    }

    public IEnumerable<Row> PersonsOf(string companyNumber) => session.Data(ContactTable.Table).Index(ContactTable.CompanyNumber)
        .Equal(companyNumber).Where(contact => contact.Text(ContactTable.Type) == ContactTable.Person).ToList();

    public void Relate(string contactNumber, string customerNumber)
    {
        var relation = new RowDraft(RelationTable.Table, session.NewId())
        {
            [RelationTable.ContactNumber] = contactNumber,
            [RelationTable.LinkToTable] = CustomerLink,
            [RelationTable.Number] = customerNumber,
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
