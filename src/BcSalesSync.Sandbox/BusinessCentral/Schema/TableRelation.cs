using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// A code column that must name a row of another table. API v2.0 often has a second property with that row's id.
internal sealed record TableRelation(Column Code, Table Related, Column? IdTwin = null)
{
    public static readonly IReadOnlyDictionary<Table, IReadOnlyList<TableRelation>> OfTable =
        new Dictionary<Table, IReadOnlyList<TableRelation>>
    {
        [CustomerTable.Table] =
        [
            new(CustomerTable.Country, CodeTables.Country),
            new(CustomerTable.Salesperson, SalespersonTable.Table),
            new(CustomerTable.Currency, CurrencyTable.Table, CustomerTable.CurrencyId),
            new(CustomerTable.PaymentTerms, CodeTables.PaymentTerms, CustomerTable.PaymentTermsId),
            new(CustomerTable.ShipmentMethod, CodeTables.ShipmentMethod, CustomerTable.ShipmentMethodId),
            new(CustomerTable.ShippingAgent, CodeTables.ShippingAgent),
            new(CustomerTable.PrimaryContact, ContactTable.Table),
        ],
        [ContactTable.Table] =
        [
            new(ContactTable.Country, CodeTables.Country),
            new(ContactTable.Salesperson, SalespersonTable.Table),
            new(ContactTable.Currency, CurrencyTable.Table),
            new(ContactTable.CompanyNumber, ContactTable.Table),
        ],
        [RelationTable.Table] = [new(RelationTable.ContactNumber, ContactTable.Table)],
        [ExchangeRateTable.Table] = [new(ExchangeRateTable.Currency, CurrencyTable.Table)],
    };

    public static IReadOnlyList<TableRelation> Of(Table table) => OfTable.GetValueOrDefault(table) ?? [];
}
