using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class ContactPages
{
    private static readonly string[] Links = [" ", "Customer", "Vendor", "Bank Account", "Employee"];

    public static BcPage Standard(ContactSources sources) => new PageBuilder("contacts", "contact", ContactTable.Table)
        .Id()
        .Writable(
            ContactTable.Number, ContactTable.Type, ContactTable.Name, ContactTable.JobTitle, ContactTable.CompanyNumber,
            ContactTable.CompanyName)
        .Computed(
            "contactBusinessRelation", ColumnType.Option, sources.RelationName, options: [.. Links, "None", "Other", "Multiple"])
        .Writable(
            ContactTable.Address, ContactTable.Address2, ContactTable.City, ContactTable.County, ContactTable.Country,
            ContactTable.PostCode, ContactTable.Phone, ContactTable.Mobile, ContactTable.Email, ContactTable.Website,
            ContactTable.SearchName, ContactTable.PrivacyBlocked, ContactTable.TaxRegistration)
        .Computed("lastInteractionDate", ColumnType.Date, _ => DateOnly.MinValue)
        .LastModified()
        .Build(Rights.All);

    public static BcPage OfCustomers(ContactSources sources) => new PageBuilder("customerContacts", "customerContact", ContactTable.Table)
        .Id()
        .Writable(ContactTable.Email, ContactTable.FirstName)
        .Alias("lastName", ContactTable.Surname, editable: true)
        .Alias("professionalTitle", ContactTable.JobTitle, editable: true)
        .Partner(BusinessPartner.Customer, sources, isPageVariable: true)
        .Computed(
            "customerName", ColumnType.Text,
            row => sources.PartnerOf(BusinessPartner.Customer, row)?.Text(CustomerTable.Name) ?? "", isPageVariable: true)
        .Alias("primaryPhoneNumber", ContactTable.Phone, editable: true)
        .Build("MD", row => sources.PartnerOf(BusinessPartner.Customer, row) is not null);

    public static BcPage Information(ContactSources sources)
    {
        var table = ContactTable.Table;
        return new PageBuilder("contactsInformation", "contactInformation", table)
            .Alias("contactId", table.Stamps.Id)
            .Alias("contactNumber", ContactTable.Number)
            .Alias("contactName", ContactTable.Name)
            .Alias("contactType", ContactTable.Type)
            .Computed("relatedId", ColumnType.Guid, row => sources.FirstPartner(row)?.Row.Id ?? Guid.Empty)
            .Computed("relatedType", ColumnType.Option, row => sources.FirstPartner(row)?.Partner.Link ?? " ", options: Links)
            .Build(shows: row => sources.FirstPartner(row) is not null);
    }

    public static BcPage Companion(ContactSources sources) => new PageBuilder("contacts", "contact", ContactTable.Table)
        .Id(editableOnCreate: true)
        .Writable(ContactTable.Number, ContactTable.Type)
        .Partner(BusinessPartner.Customer, sources)
        .Partner(BusinessPartner.Vendor, sources)
        .Writable(
            ContactTable.Name, ContactTable.CompanyNumber, ContactTable.CompanyName, ContactTable.FirstName, ContactTable.MiddleName,
            ContactTable.Surname, ContactTable.Salutation, ContactTable.JobTitle, ContactTable.Address, ContactTable.Address2,
            ContactTable.City, ContactTable.County, ContactTable.Country, ContactTable.PostCode, ContactTable.Phone, ContactTable.Mobile,
            ContactTable.Fax, ContactTable.Pager, ContactTable.Email, ContactTable.Website, ContactTable.SearchName,
            ContactTable.PrivacyBlocked, ContactTable.TaxRegistration, ContactTable.Salesperson, ContactTable.Currency)
        .SystemColumns()
        .ThroughVariables("customerId", "vendorId", "taxRegistrationNumber")
        .Build(Rights.All);

    // The id of the customer or vendor a contact belongs to; writing it moves the contact.
    private static PageBuilder Partner(
        this PageBuilder builder, BusinessPartner partner, ContactSources sources, bool isPageVariable = false) =>
        builder.Computed(
            partner.ContactProperty, ColumnType.Guid, row => sources.PartnerId(partner, row), isPageVariable,
            (writer, draft, value) => sources.MoveTo(partner, writer, draft, value));
}
