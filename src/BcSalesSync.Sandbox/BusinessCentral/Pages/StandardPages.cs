using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// The pages of API v2.0 (wire-bc 6), in the order of their properties there.
internal static class StandardPages
{
    private const string AllRights = "IMD";

    public static IReadOnlyList<BcPage> Make(PageSources sources) =>
    [
        Companies(), Customers(sources), Contacts(sources), CustomerContacts(sources), ContactsInformation(sources),
        Whole("salespeoplePurchasers", "salespersonPurchaser", SalespersonTable.Table, AllRights),
        Whole("currencies", "currency", CurrencyTable.Table, AllRights),
        Whole("currencyExchangeRates", "currencyExchangeRate", ExchangeRateTable.Table, ""),
        Whole("paymentTerms", "paymentTerm", CodeTables.PaymentTerms, AllRights),
        Whole("shipmentMethods", "shipmentMethod", CodeTables.ShipmentMethod, AllRights),
        Whole("countriesRegions", "countryRegion", CodeTables.Country, AllRights),
        Whole("generalLedgerSetup", "generalLedgerSetup", SetupTables.GeneralLedger, ""),
        CompanyInformation(sources),
    ];

    private static BcPage Companies()
    {
        var table = SetupTables.Company;
        return new PageBuilder("companies", "company", table)
            .Id()
            .ReadOnly(table["systemVersion"])
            .Alias("timestamp", table.Stamps.Version)
            .ReadOnly(table["name"], table["displayName"], table["businessProfileId"])
            .ReadOnly(table.Stamps.CreatedAt, table[BcTable.CreatedBy], table.Stamps.ModifiedAt, table[BcTable.ModifiedBy])
            .Build(systemWide: true);
    }

    private static BcPage Customers(PageSources sources) => new PageBuilder("customers", "customer", CustomerTable.Table)
        .Id()
        .Writable(
            CustomerTable.Number, CustomerTable.Name, CustomerTable.Type, CustomerTable.Address, CustomerTable.Address2, CustomerTable.City,
            CustomerTable.County, CustomerTable.Country, CustomerTable.PostCode, CustomerTable.Phone, CustomerTable.Email,
            CustomerTable.Website,
            CustomerTable.Salesperson)
        .Computed("balanceDue", ColumnType.Decimal, _ => 0m)
        .Writable(CustomerTable.CreditLimit, CustomerTable.TaxLiable, CustomerTable.TaxArea)
        .Computed("taxAreaDisplayName", ColumnType.Text, _ => "", isPageVariable: true)
        .Writable(CustomerTable.TaxRegistration, CustomerTable.CurrencyId)
        .Shown(CustomerTable.Currency, row => sources.ShownCurrency(row, CustomerTable.Currency))
        .Writable(CustomerTable.PaymentTermsId, CustomerTable.ShipmentMethodId, CustomerTable.PaymentMethodId, CustomerTable.Blocked)
        .LastModified()
        .Leads("currency", "currencies", false, row => sources.Related(row, CustomerTable.Currency, CurrencyTable.Table))
        .Leads("paymentTerm", "paymentTerms", false, row => sources.Related(row, CustomerTable.PaymentTerms, CodeTables.PaymentTerms))
        .Leads("shipmentMethod", "shipmentMethods", false, row =>
            sources.Related(row, CustomerTable.ShipmentMethod, CodeTables.ShipmentMethod))
        .Leads("contactsInformation", "contactsInformation", true, sources.ContactsOf)
        .Build(AllRights);

    private static BcPage Contacts(PageSources sources) => new PageBuilder("contacts", "contact", ContactTable.Table)
        .Id()
        .Writable(
            ContactTable.Number, ContactTable.Type, ContactTable.Name, ContactTable.JobTitle, ContactTable.CompanyNumber,
            ContactTable.CompanyName)
        .Computed(
            "contactBusinessRelation", ColumnType.Option, row => sources.CustomerOf(row) is null ? "None" : "Customer",
            options: [" ", "Customer", "Vendor", "Bank Account", "Employee", "None", "Other", "Multiple"])
        .Writable(
            ContactTable.Address, ContactTable.Address2, ContactTable.City, ContactTable.County, ContactTable.Country,
            ContactTable.PostCode,
            ContactTable.Phone, ContactTable.Mobile, ContactTable.Email, ContactTable.Website, ContactTable.SearchName,
            ContactTable.PrivacyBlocked, ContactTable.TaxRegistration)
        .Computed("lastInteractionDate", ColumnType.Date, _ => DateOnly.MinValue)
        .LastModified()
        .Build(AllRights);

    private static BcPage CustomerContacts(PageSources sources) =>
        new PageBuilder("customerContacts", "customerContact", ContactTable.Table)
        .Id()
        .Writable(ContactTable.Email, ContactTable.FirstName)
        .Alias("lastName", ContactTable.Surname, editable: true)
        .Alias("professionalTitle", ContactTable.JobTitle, editable: true)
        .Computed(
            "customerId", ColumnType.Guid, row => sources.CustomerOf(row)?.Id ?? Guid.Empty, isPageVariable: true,
            write: sources.MoveToCustomer)
        .Computed(
            "customerName", ColumnType.Text, row => sources.CustomerOf(row)?.Text(CustomerTable.Name) ?? "", isPageVariable: true)
        .Alias("primaryPhoneNumber", ContactTable.Phone, editable: true)
        .Build("MD", row => sources.CustomerOf(row) is not null);

    private static BcPage ContactsInformation(PageSources sources)
    {
        var table = ContactTable.Table;
        return new PageBuilder("contactsInformation", "contactInformation", table)
            .Alias("contactId", table.Stamps.Id)
            .Alias("contactNumber", ContactTable.Number)
            .Alias("contactName", ContactTable.Name)
            .Alias("contactType", ContactTable.Type)
            .Computed("relatedId", ColumnType.Guid, row => sources.CustomerOf(row)?.Id ?? Guid.Empty)
            .Computed(
                "relatedType", ColumnType.Option, _ => "Customer", options: [" ", "Customer", "Vendor", "Bank Account", "Employee"])
            .Build(shows: row => sources.CustomerOf(row) is not null);
    }

    private static BcPage CompanyInformation(PageSources sources) =>
        new PageBuilder("companyInformation", "companyInformation", SetupTables.CompanyInformation)
            .Id()
            .OwnColumns(editable: true)
            .Computed("currencyCode", ColumnType.Code, _ => sources.LocalCurrency, isPageVariable: true)
            .LastModified()
            .Build("M");

    private static BcPage Whole(string set, string entity, Table table, string rights) =>
        new PageBuilder(set, entity, table).Id().OwnColumns(editable: rights.Length > 0).LastModified().Build(rights);
}
