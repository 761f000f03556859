using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Price lists and their lines: what a product costs by the unit.
internal static class PriceTables
{
    private const decimal HighestAmount = 100_000_000_000_000;

    public static SalesTable List() => new("pricelevel", "pricelevels", "Price List",
    [
        Text("name", 100), Memo("description"), DateOnly("begindate"), DateOnly("enddate"),
        Pick("shippingmethodcode", ChoiceSets.Default), Pick("paymentmethodcode", ChoiceSets.Default),
        Pick("freighttermscode", ChoiceSets.Default), Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
        State(new Choice(0, "Active"), new Choice(1, "Inactive")),
        Status(new Choice(100001, "Active", 0), new Choice(100002, "Inactive", 1)),
        Lookup("transactioncurrencyid", "transactioncurrency").CreateOnly(), Decimal("exchangerate", 10).ReadOnly(),
        .. StandardFields.Audit(),
    ])
    {
        TypeCode = 1022,
        TakesMultiple = true,
    };

    // A line shows number and name of its product and is in the currency of its list.
    public static SalesTable Line() => new("productpricelevel", "productpricelevels", "Price List Item",
    [
        Lookup("pricelevelid", "pricelevel").CreateOnly().OnDeletion(PointerFate.Refuses),
        Lookup("uomid", "uom").OnDeletion(PointerFate.Refuses), Lookup("uomscheduleid", "uomschedule"),
        Lookup("productid", "product").OnDeletion(PointerFate.Refuses),
        Money("amount").Between(0, HighestAmount), Pick("pricingmethodcode", ChoiceSets.PricingMethod).Initially(1),
        Text("productnumber", 100).ReadOnly(), Text("productidname", 100).ReadOnly(), Decimal("percentage").Between(0, 1_000_000_000),
        Pick("quantitysellingcode", ChoiceSets.QuantitySelling).Initially(1),
        Pick("roundingpolicycode", ChoiceSets.RoundingPolicy).Initially(1),
        Pick("roundingoptioncode", ChoiceSets.RoundingOption), Money("roundingoptionamount"),
        Lookup("transactioncurrencyid", "transactioncurrency").UpdateOnly(), Decimal("exchangerate", 10).ReadOnly(),
        .. StandardFields.Audit(), .. StandardFields.Process(),
    ])
    {
        TypeCode = 1026,
        PrimaryName = "productidname",
    };
}
