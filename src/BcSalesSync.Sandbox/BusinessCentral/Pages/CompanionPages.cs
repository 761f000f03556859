using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// The pages of the companion API (wire-bc 10): real tables, all mapped fields, system columns, an id the client may choose.
internal static class CompanionPages
{
    private const string AllRights = "IMD";

    public static IReadOnlyList<BcPage> Make(PageSources sources) =>
    [
        Capabilities(sources),
        Customers(),
        Contacts(sources),
        Read("shippingAgents", "shippingAgent", CodeTables.ShippingAgent),
        Read("couplings", "coupling", SetupTables.Coupling),
        new PageBuilder("deletedRecords", "deletedRecord", SetupTables.DeletedRecord)
            .Id().OwnColumns(editable: false).ReadOnly(SetupTables.DeletedRecord.Stamps.Version).Build(),
    ];

    private static BcPage Capabilities(PageSources sources)
    {
        var table = SetupTables.Capability;
        return new PageBuilder("capabilities", "capability", table)
            .Id()
            .ReadOnly(table["appVersion"], table["schemaVersion"])
            .Computed("localCurrencyCode", ColumnType.Code, _ => sources.LocalCurrency)
            .ReadOnly(table["timeZone"])
            .Computed("minimumActiveRowVersion", ColumnType.BigInteger, _ => sources.MinimumActiveRowVersion)
            .Build();
    }

    private static BcPage Customers() => new PageBuilder("customers", "customer", CustomerTable.Table)
        .Id(editableOnCreate: true)
        .Writable(
            CustomerTable.Number, CustomerTable.Name, CustomerTable.Type, CustomerTable.Contact, CustomerTable.Address,
            CustomerTable.Address2,
            CustomerTable.City, CustomerTable.County, CustomerTable.Country, CustomerTable.PostCode, CustomerTable.Phone, CustomerTable.Fax,
            CustomerTable.Email, CustomerTable.Website, CustomerTable.Salesperson, CustomerTable.CreditLimit, CustomerTable.TaxLiable,
            CustomerTable.TaxArea, CustomerTable.TaxRegistration, CustomerTable.CurrencyId, CustomerTable.Currency,
            CustomerTable.PaymentTermsId, CustomerTable.PaymentTerms, CustomerTable.ShipmentMethodId, CustomerTable.ShipmentMethod,
            CustomerTable.PaymentMethodId, CustomerTable.ShippingAgent, CustomerTable.PrimaryContact, CustomerTable.Blocked)
        .SystemColumns()
        .Build(AllRights);

    private static BcPage Contacts(PageSources sources) => new PageBuilder("contacts", "contact", ContactTable.Table)
        .Id(editableOnCreate: true)
        .Writable(ContactTable.Number, ContactTable.Type)
        .Computed("customerId", ColumnType.Guid, row => sources.CustomerOf(row)?.Id ?? Guid.Empty, write: sources.MoveToCustomer)
        .Writable(
            ContactTable.Name, ContactTable.CompanyNumber, ContactTable.CompanyName, ContactTable.FirstName, ContactTable.MiddleName,
            ContactTable.Surname, ContactTable.JobTitle, ContactTable.Address, ContactTable.Address2, ContactTable.City,
            ContactTable.County,
            ContactTable.Country, ContactTable.PostCode, ContactTable.Phone, ContactTable.Mobile, ContactTable.Fax, ContactTable.Pager,
            ContactTable.Email, ContactTable.Website, ContactTable.SearchName, ContactTable.PrivacyBlocked, ContactTable.TaxRegistration,
            ContactTable.Salesperson, ContactTable.Currency)
        .SystemColumns()
        .Build(AllRights);

    private static BcPage Read(string set, string entity, Table table) =>
        new PageBuilder(set, entity, table).Id().OwnColumns(editable: false).SystemColumns().Build();
}
