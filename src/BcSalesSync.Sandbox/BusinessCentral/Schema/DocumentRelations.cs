using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// What sales documents refer to.
internal static class DocumentRelations
{
    public static readonly IReadOnlyList<TableRelation> OfHeader =
    [
        new(SalesHeaderTable.Customer, CustomerTable.Table, SalesHeaderTable.CustomerId),
        new(SalesHeaderTable.BillToCustomer, CustomerTable.Table, SalesHeaderTable.BillToCustomerId),
        new(SalesHeaderTable.Contact, ContactTable.Table),
        new(SalesHeaderTable.SellTo.Country, CodeTables.Country),
        new(SalesHeaderTable.BillTo.Country, CodeTables.Country),
        new(SalesHeaderTable.ShipTo.Country, CodeTables.Country),
        new(SalesHeaderTable.Currency, CurrencyTable.Table, SalesHeaderTable.CurrencyId),
        new(SalesHeaderTable.PaymentTerms, CodeTables.PaymentTerms, SalesHeaderTable.PaymentTermsId),
        new(SalesHeaderTable.ShipmentMethod, CodeTables.ShipmentMethod, SalesHeaderTable.ShipmentMethodId),
        new(SalesHeaderTable.ShippingAgent, CodeTables.ShippingAgent),
        new(SalesHeaderTable.Salesperson, SalespersonTable.Table),
    ];

    public static readonly IReadOnlyList<TableRelation> OfLine =
    [
        new(SalesLineTable.Number, ItemTable.Table) { When = (SalesLineTable.Type, SalesLineTable.Item) },
        new(SalesLineTable.Number, ResourceTable.Table) { When = (SalesLineTable.Type, SalesLineTable.Resource) },
        new(SalesLineTable.Number, GlAccountTable.Table) { When = (SalesLineTable.Type, SalesLineTable.Account) },
    ];

    // What follows a customer or product to a new number, posted or not.
    public static IReadOnlyList<TableRelation> OfPostedHeader(Table table) =>
    [
        new(table[SalesHeaderTable.Customer.Name], CustomerTable.Table),
        new(table[SalesHeaderTable.BillToCustomer.Name], CustomerTable.Table),
    ];

    public static IReadOnlyList<TableRelation> OfPostedLine(Table table) =>
    [
        .. OfLine.Select(relation => new TableRelation(table[relation.Code.Name], relation.Related)
        {
            When = (table[SalesLineTable.Type.Name], relation.When!.Value.Value),
        }),
    ];
}
