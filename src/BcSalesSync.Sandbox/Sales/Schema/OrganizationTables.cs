using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// The organisation itself, its business units, currencies and Business Central companies.
internal static class OrganizationTables
{
    public static SalesTable Organization() => new("organization", "organizations", "Organization",
    [
        Text("name", 160), Boolean("issopintegrationenabled"), Boolean("oobpricecalculationenabled"),
        Boolean("createproductswithoutparentinactivestate"), Integer("expirechangetrackingindays"),
        Integer("currencydecimalprecision").ReadOnly(), Integer("pricingdecimalprecision"),
        Lookup("basecurrencyid", "transactioncurrency").CreateOnly(),
        Text("basecurrencysymbol", 10).ReadOnly(), Integer("languagecode"), Integer("maxproductsinbundle"),
        Lookup("createdby", "systemuser").ReadOnly(), Lookup("modifiedby", "systemuser").ReadOnly(),
    ])
    {
        TypeCode = 1019,
        TracksChanges = false,
        KeepsReferencedRows = true,
    };

    public static SalesTable BusinessUnit() => new("businessunit", "businessunits", "Business Unit",
    [
        Text("name", 160), Lookup("parentbusinessunitid", "businessunit"), Text("divisionname", 100), Text("emailaddress", 100),
        Text("websiteurl", 200), Boolean("isdisabled").ReadOnly(), .. StandardFields.Currency(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 10,
        KeepsReferencedRows = true,
    };

    public static SalesTable Currency() => new("transactioncurrency", "transactioncurrencies", "Currency",
    [
        Text("isocurrencycode", 5).CreateOnly(), Text("currencyname", 100), Text("currencysymbol", 10), Decimal("exchangerate", 10),
        Integer("currencyprecision").Initially(2), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 9105,
        PrimaryName = "currencyname",
        KeepsReferencedRows = true,
    };

    // A Business Central company; the base solution adds the table and the look-ups to it (wire-dataverse 10).
    public static SalesTable Company() => new("bcbi_company", "bcbi_companies", "Business Central Company",
    [
        Text("bcbi_externalid", 36), Text("bcbi_name", 30), Lookup("bcbi_defaultowningteam", "team", "bcbi_DefaultOwningTeam"),
        .. StandardFields.Ownership(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 10412,
        PrimaryName = "bcbi_name",
        KeepsReferencedRows = true,
        TakesMultiple = true,
    };
}
