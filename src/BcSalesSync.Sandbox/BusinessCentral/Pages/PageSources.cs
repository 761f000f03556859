using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages look up in other tables while they show a row.
internal sealed class PageSources(SandboxWorld world)
{
    public string LocalCurrency =>
        world.Store[SetupTables.GeneralLedger].Rows.FirstOrDefault()?.Text(SetupTables.LocalCurrency) ?? "";

    // A transaction open at this moment still counts, so the next version is the first one not yet safe to read.
    public long MinimumActiveRowVersion => world.Store.Counter(BcSession.VersionCounter) + 1;

    public object ShownCurrency(Row row, Column currency) => row.Text(currency) is { Length: > 0 } code ? code : LocalCurrency;

    public Row? CustomerOf(Row contact)
    {
        var number = contact.Text(ContactTable.CompanyNumber);
        return CustomerOfContact(number.Length > 0 ? number : contact.Text(ContactTable.Number));
    }

    public IEnumerable<Row> ContactsOf(Row customer)
    {
        var relation = world.Store[RelationTable.Table].Index(RelationTable.Number)
            .Equal(customer.Text(CustomerTable.Number)).FirstOrDefault();
        if (relation is null)
        {
            return [];
        }

        var contacts = world.Store[ContactTable.Table];
        var number = relation.Text(RelationTable.ContactNumber);
        var own = contacts.FindBy(ContactTable.Number, number);
        var persons = contacts.Index(ContactTable.CompanyNumber).Equal(number).Where(contact => contact.Id != own?.Id);
        return own is null ? persons : persons.Prepend(own);
    }

    public IEnumerable<Row> Related(Row row, Column code, Table table) =>
        row.Text(code) is { Length: > 0 } key && world.Store[table].FindBy(table.KeyColumn, key) is { } related ? [related] : [];

    // Moves a contact into the company of a customer; a blank id takes it out of any.
    public void MoveToCustomer(RecordWriter writer, RowDraft contact, object value)
    {
        var id = (Guid)value;
        if (id == Guid.Empty)
        {
            writer.Validate(contact, ContactTable.CompanyNumber, "");
            return;
        }

        var customer = world.Store[CustomerTable.Table].Find(id)
            ?? throw BcException.Dialog("The \"customerId\" does not match to a Customer.");
        var relation = world.Store[RelationTable.Table].FindBy(RelationTable.Number, customer.Text(CustomerTable.Number))
            ?? throw BcException.Dialog($"Customer {customer.Text(CustomerTable.Number)} has no company contact.");
        writer.Validate(contact, ContactTable.CompanyNumber, relation.Text(RelationTable.ContactNumber));
    }

    private Row? CustomerOfContact(string contactNumber)
    {
        var relation = world.Store[RelationTable.Table].Index(RelationTable.ContactNumber).Equal(contactNumber)
            .FirstOrDefault(candidate => candidate.Text(RelationTable.LinkToTable) == CompanyContact.CustomerLink);
        return relation is null
            ? null
            : world.Store[CustomerTable.Table].FindBy(CustomerTable.Number, relation.Text(RelationTable.Number));
    }
}
