using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// A table whose records company contacts stand for: customers and vendors, which have most of their columns in common.
internal sealed class BusinessPartner
{
    private static readonly Column[] CommonFields =
    [
        ContactTable.Name, ContactTable.Address, ContactTable.Address2, ContactTable.City, ContactTable.County, ContactTable.Country,
        ContactTable.PostCode, ContactTable.Phone, ContactTable.Mobile, ContactTable.Email, ContactTable.Website, ContactTable.Fax,
        ContactTable.Currency,
    ];

    private BusinessPartner(Table table, Column salesperson)
    {
        Table = table;
        SharedFields = [.. CommonFields.Select(column => (table[column.Name], column)), (salesperson, ContactTable.Salesperson)];
    }

    public static BusinessPartner Customer { get; } = new(CustomerTable.Table, CustomerTable.Salesperson)
    {
        NumberSeries = "bc.series.customer",
        NumberPrefix = "C",
        Type = CustomerTable.Type,
        Template = SetupTables.CustomerTemplate,
    };

    public static BusinessPartner Vendor { get; } = new(VendorTable.Table, VendorTable.Purchaser)
    {
        NumberSeries = "bc.series.vendor",
        NumberPrefix = "V",
    };

    public static IReadOnlyList<BusinessPartner> All { get; } = [Customer, Vendor];

    public Table Table { get; }

    // How the contact's business relation names the table.
    public string Link => Table.Caption;

    // The property of a contact with the id of the customer or vendor it belongs to.
    public string ContactProperty => Link.ToLowerInvariant() + "Id";

    public required string NumberSeries { get; init; }

    public required string NumberPrefix { get; init; }

    // Company or person, where the table tells; else all are companies.
    public Column? Type { get; private init; }

    // Fills blank fields of a new record without posting group (wire-bc 5.1).
    public Table? Template { get; private init; }

    public Column Number => Table["number"];

    public Column Name => Table["displayName"];

    public Column PrimaryContact => Table["primaryContactNumber"];

    public Column Contact => Table["contact"];

    // What the record and its company contact have in common.
    public IReadOnlyList<(Column Own, Column Contact)> SharedFields { get; }
}
