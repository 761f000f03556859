using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>A mapping with one of its fields, by the names both systems give them.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="World">State of the switches in which it exists, see <see cref="WholeWorld"/>.</param>
/// <param name="BcSet">Set in Business Central.</param>
/// <param name="BcField">Field there.</param>
/// <param name="SalesSet">Set in Sales.</param>
/// <param name="SalesKey">Primary key there.</param>
/// <param name="SalesField">Column there.</param>
internal sealed record MappingSample(
    string Mapping, string World, string BcSet, string BcField, string SalesSet, string SalesKey, string SalesField)
{
    /// <summary>The field travels both ways.</summary>
    public bool TwoWay { get; init; }

    /// <summary>Sales is the source.</summary>
    public bool FromSales { get; init; }

    /// <summary>Its records are created by a full synchronisation.</summary>
    public bool Creates { get; init; } = true;

    /// <summary>Served without the companion app.</summary>
    public bool Tier0 { get; init; } = true;

    /// <summary>Nobody can delete the source: users are disabled, and an opportunity is closed first.</summary>
    public bool SourceStays { get; init; }

    /// <summary>Adds a record that nothing refers to, where that matters.</summary>
    public Func<SyncWorld, Task>? Prepare { get; init; }

    /// <summary>Number of the record that is taken, where it matters.</summary>
    public string? Number { get; init; }

    /// <summary>A value for the field.</summary>
    public object First { get; init; } = "Ely";

    /// <summary>Another one.</summary>
    public object Second { get; init; } = "Bath";

    /// <summary>All mappings whose records are rows on both sides.</summary>
    public static IReadOnlyList<MappingSample> All { get; } =
    [
        new("SALESPEOPLE", "default", "salespeoplePurchasers", "phoneNo", "systemusers", "systemuserid", "mobilephone") { FromSales = true, SourceStays = true, Creates = false, First = "111", Second = "222" },
        new("CURRENCY", "default", "currencies", "displayName", "transactioncurrencies", "transactioncurrencyid", "currencyname") { Prepare = world => world.AddCurrencyAsync("DKK", "Danish krone", "kr"), Number = "DKK" },
        new("CUSTOMER", "default", "customers", "city", "accounts", "accountid", "address1_city") { TwoWay = true, Prepare = AddCustomerAsync, Number = "C95000" },
        new("VENDOR", "default", "vendors", "city", "accounts", "accountid", "address1_city") { TwoWay = true },
        new("CONTACT", "default", "contacts", "city", "contacts", "contactid", "address1_city") { TwoWay = true },
        new("OPPORTUNITY", "default", "opportunities", "description", "opportunities", "opportunityid", "name") { TwoWay = true, SourceStays = true },
        new("UNIT OF MEASURE", "default", "unitsOfMeasure", "code", "uomschedules", "uomscheduleid", "name"),
        new("UNIT GROUP", "unit groups", "unitGroups", "code", "uomschedules", "uomscheduleid", "name") { Tier0 = false },
        new("ITEM UOM", "unit groups", "itemUnitsOfMeasure", "qtyPerUnitOfMeasure", "uoms", "uomid", "quantity") { Tier0 = false, First = 11m, Second = 12m },
        new("RESOURCE UOM", "unit groups", "resourceUnitsOfMeasure", "qtyPerUnitOfMeasure", "uoms", "uomid", "quantity") { Tier0 = false, First = 11m, Second = 12m },
        new("ITEM-PRODUCT", "default", "items", "displayName", "products", "productid", "name") { TwoWay = true },
        new("RESOURCE-PRODUCT", "default", "resources", "name", "products", "productid", "name") { TwoWay = true, Tier0 = false },
        new("ITEM-PRICE", "default", "items", "unitPrice", "productpricelevels", "productpricelevelid", "amount") { First = 71m, Second = 72m },
        new("RESOURCE-PRICE", "default", "resources", "unitPrice", "productpricelevels", "productpricelevelid", "amount") { Tier0 = false, First = 71m, Second = 72m },
        new("CUSTPRCGRP-PRICE", "default", "customerPriceGroups", "description", "pricelevels", "pricelevelid", "description") { Tier0 = false },
        new("SALESPRC-PRODPRICE", "default", "salesPrices", "unitPrice", "productpricelevels", "productpricelevelid", "amount") { Tier0 = false, First = 71m, Second = 72m },
        new("PLHEADER-PRICE", "extended pricing", "priceListHeaders", "description", "pricelevels", "pricelevelid", "description") { Tier0 = false },
        new("PLLINE-PRODPRICE", "extended pricing", "priceListLines", "unitPrice", "productpricelevels", "productpricelevelid", "amount") { Tier0 = false, First = 71m, Second = 72m },
    ];

    /// <summary>The row of a mapping.</summary>
    public static MappingSample Of(string mapping) => All.Single(row => row.Mapping == mapping);

    /// <summary>Mappings and the tiers that serve them.</summary>
    public static IEnumerable<object[]> Served(Func<MappingSample, bool> fits) =>
        from row in All.Where(fits) from tier in row.Tier0 ? new[] { 0, 2 } : [2] select new object[] { row.Mapping, tier };

    private static Task AddCustomerAsync(SyncWorld world) =>
        world.Desk.BcAsync("customers", new { number = "C95000", displayName = "Woodgrove Bank", city = "London" });
}
