using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages show and write of the bond between contacts and the customers and vendors behind them.
internal sealed class ContactSources(DataStore store)
{
    private const string None = "None";
    private const string Multiple = "Multiple";

    public Row? PartnerOf(BusinessPartner partner, Row contact)
    {
        var number = contact.Text(ContactTable.CompanyNumber);
        return PartnerOf(partner, number.Length > 0 ? number : contact.Text(ContactTable.Number));
    }

    public Row? PartnerOf(BusinessPartner partner, string contactNumber)
    {
        var relation = store[RelationTable.Table].Index(RelationTable.ContactNumber).Equal(contactNumber)
            .FirstOrDefault(candidate => candidate.Text(RelationTable.LinkToTable) == partner.Link);
        return relation is null ? null : store[partner.Table].FindBy(partner.Number, relation.Text(RelationTable.Number));
    }

    public object PartnerId(BusinessPartner partner, Row contact) => PartnerOf(partner, contact)?.Id ?? Guid.Empty;

    // Which tables stand behind a contact, in one word.
    public string RelationName(Row contact)
    {
        var links = BusinessPartner.All.Where(partner => PartnerOf(partner, contact) is not null).Select(partner => partner.Link).ToList();
        return links switch { [] => None, [var link] => link, _ => Multiple };
    }

    // The first customer or vendor behind a contact.
    public (BusinessPartner Partner, Row Row)? FirstPartner(Row contact)
    {
        foreach (var partner in BusinessPartner.All)
        {
            if (PartnerOf(partner, contact) is { } row)
            {
                return (partner, row);
            }
        }

        return null;
    }

    public IEnumerable<Row> ContactsOf(BusinessPartner partner, Row owner)
    {
        if (RelationOf(partner, owner) is not { } relation)
        {
            return [];
        }

        var contacts = store[ContactTable.Table];
        var number = relation.Text(RelationTable.ContactNumber);
        var own = contacts.FindBy(ContactTable.Number, number);
        var persons = contacts.Index(ContactTable.CompanyNumber).Equal(number).Where(contact => contact.Id != own?.Id);
        return own is null ? persons : persons.Prepend(own);
    }

    // Moves a contact into the company of a customer or vendor. A blank id takes it out of its company when that is of this kind.
    public void MoveTo(BusinessPartner partner, RecordWriter writer, RowDraft contact, object value)
    {
        var id = (Guid)value;
        if (id == Guid.Empty)
        {
            if (PartnerOf(partner, contact.Text(ContactTable.CompanyNumber)) is not null)
            {
                writer.Validate(contact, ContactTable.CompanyNumber, "");
            }

            return;
        }

        var owner = store[partner.Table].Find(id)
            ?? throw BcException.Dialog($"The \"{partner.ContactProperty}\" does not match to a {partner.Link}.");
        var relation = RelationOf(partner, owner)
            ?? throw BcException.Dialog($"{partner.Link} {owner.Text(partner.Number)} has no company contact.");
        writer.Validate(contact, ContactTable.CompanyNumber, relation.Text(RelationTable.ContactNumber));
    }

    private Row? RelationOf(BusinessPartner partner, Row owner) =>
        store[RelationTable.Table].Index(RelationTable.Number).Equal(owner.Text(partner.Number))
            .FirstOrDefault(relation => relation.Text(RelationTable.LinkToTable) == partner.Link);
}
