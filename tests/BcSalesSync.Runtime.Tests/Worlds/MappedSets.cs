namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Where the records of a mapping live on both sides, and how they are named there.</summary>
internal sealed record MappedSets(string Mapping, string Bc, string BcNumber, string Sales, string SalesKey)
{
    public static MappedSets Of(string mapping) => mapping switch
    {
        "SALESPEOPLE" => new(mapping, "salespeoplePurchasers", "code", "systemusers", "systemuserid"),
        "CURRENCY" => new(mapping, "currencies", "code", "transactioncurrencies", "transactioncurrencyid"),
        "CUSTOMER" => new(mapping, "customers", "number", "accounts", "accountid"),
        "VENDOR" => new(mapping, "vendors", "number", "accounts", "accountid"),
        "OPPORTUNITY" => new(mapping, "opportunities", "number", "opportunities", "opportunityid"),
        "CUSTPRCGRP-PRICE" => new(mapping, "customerPriceGroups", "code", "pricelevels", "pricelevelid"),
        "SALESPRC-PRODPRICE" => new(mapping, "salesPrices", "id", "productpricelevels", "productpricelevelid"),
        "PLHEADER-PRICE" => new(mapping, "priceListHeaders", "code", "pricelevels", "pricelevelid"),
        "PLLINE-PRODPRICE" => new(mapping, "priceListLines", "id", "productpricelevels", "productpricelevelid"),
        "CONTACT" => new(mapping, "contacts", "number", "contacts", "contactid"),
        "UNIT OF MEASURE" => new(mapping, "unitsOfMeasure", "code", "uomschedules", "uomscheduleid"),
        "ITEM-PRODUCT" => new(mapping, "items", "number", "products", "productid"),
        "RESOURCE-PRODUCT" => new(mapping, "resources", "number", "products", "productid"),
        _ => throw new ArgumentOutOfRangeException(nameof(mapping), mapping, null),
    };
}
