using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>The mappings that people live with.</summary>
internal static class LifeMappings
{
    private static readonly LifeField[] Partner = [.. Edit.Fields.Select(field => new LifeField(field.Bc, field.Sales))];

    public static IReadOnlyList<LifeMapping> All { get; } =
    [
        new("CUSTOMER", [.. Partner, new("creditLimit", "creditlimit", false) { Kind = LifeFieldKind.Amount }])
        {
            OpenAsync = OpenCustomersAsync,
            NewInBc = moment => Task.FromResult<object?>(new { displayName = moment.Value }),
            NewInSales = moment => Task.FromResult<object?>(new { name = moment.Value, customertypecode = 3 }),
        },
        new("VENDOR", Partner)
        {
            InBc = IsFree,
            InSales = row => Is(row, "customertypecode", 11),
            NewInBc = moment => Task.FromResult<object?>(new { displayName = moment.Value }),
            NewInSales = moment => Task.FromResult<object?>(new { name = moment.Value, customertypecode = 11 }),
        },
        new("CONTACT",
            new("city", "address1_city"), new("email", "emailaddress1"), new("surname", "lastname"),
            new("companyNumber", "parentcustomerid") { Kind = LifeFieldKind.Link })
        {
            LinksAsync = CompaniesAsync,
            InBc = row => Is(row, "type", "Person"),
            NewInBc = moment => Task.FromResult<object?>(
                new { type = "Person", firstName = "Cora", surname = moment.Value, companyNumber = moment.Now.Links.Of(moment.Value).Bc }),
            NewInSales = moment => Task.FromResult<object?>(
                new { firstname = "Cora", lastname = moment.Value, parentcustomerid = moment.Now.Links.Of(moment.Value).Sales }),
        },
        new("OPPORTUNITY",
            new("description", "name"), new("estimatedValue", "estimatedvalue", false) { Kind = LifeFieldKind.Amount, OnceFilled = true },
            new("contactNumber", "parentcontactid", false) { Kind = LifeFieldKind.Link })
        {
            LinksAsync = ContactsAsync,
            InBc = row => Is(row, "status", "Not_x0020_Started") || Is(row, "status", "In_x0020_Progress"),
            NewInBc = moment => Task.FromResult<object?>(
                new { description = moment.Value, contactNumber = moment.Now.Links.Of(moment.Value).Bc, salespersonCode = "JO" }),
            NewInSales = moment => Task.FromResult<object?>(
                new { name = moment.Value, parentcontactid = moment.Now.Links.Of(moment.Value).Sales }),
        },
        new("ITEM-PRODUCT",
            new("displayName", "name"), new("unitCost", "standardcost", false) { Kind = LifeFieldKind.Amount },
            new("grossWeight", "stockweight", false) { Kind = LifeFieldKind.Amount })
        {
            OpenAsync = () => OpenPricesAsync("default"),
            InBc = IsFree,
            InSales = row => Is(row, "producttypecode", 1),
            Fits = (item, row) => Is(row, "productnumber", item["number"]!),
            NewInBc = moment => Task.FromResult<object?>(new { number = moment.Code, displayName = moment.Value, baseUnitOfMeasureCode = "PCS" }),
            NewInSales = async moment => await moment.World.AddProductAsync(moment.Code, moment.Value, "PCS"),
        },
        new("RESOURCE-PRODUCT", new("name", "name"), new("unitCost", "standardcost", false) { Kind = LifeFieldKind.Amount })
        {
            OpenAsync = () => OpenPricesAsync("default"),
            InSales = row => Is(row, "producttypecode", 3),
            Fits = (resource, row) => Is(row, "productnumber", resource["number"]!),
            NewInBc = moment => Task.FromResult<object?>(new { number = moment.Code, name = moment.Value, baseUnitOfMeasureCode = "HOUR" }),
            NewInSales = async moment => await moment.World.AddProductAsync(moment.Code, moment.Value, "HOUR", 3),
        },
        new("UNIT OF MEASURE", new LifeField("code", "name", false) { Kind = LifeFieldKind.Code, Prefix = "NAV " })
        {
            NewInBc = moment => Task.FromResult<object?>(new { code = moment.Code, displayName = moment.Value }),
        },
        new("CUSTPRCGRP-PRICE", new LifeField("description", "description", false))
        {
            OpenAsync = () => OpenPricesAsync("default"),
            Fits = (group, row) => Is(row, "name", group["code"]!),
            NewInBc = moment => Task.FromResult<object?>(new { code = moment.Code, description = moment.Value }),
        },
        new("SALESPRC-PRODPRICE", new LifeField("unitPrice", "amount", false) { Kind = LifeFieldKind.Amount })
        {
            OpenAsync = () => OpenPricesAsync("default"),
            Runs = ["CUSTPRCGRP-PRICE", "SALESPRC-PRODPRICE"],
            InBc = row => Is(row, "salesType", "Customer_x0020_Price_x0020_Group") && !Is(row, "unitOfMeasureCode", "BOX"),
            Fits = (price, row) => Is(row, "productnumber", price["itemNumber"]!),
            NewInBc = NewPriceAsync,
        },
        new("PLHEADER-PRICE", new LifeField("description", "description", false))
        {
            OpenAsync = () => OpenPricesAsync("extended pricing"),
            InBc = row => Is(row, "status", "Active") && Is(row, "allowUpdatingDefaults", false),
            Fits = (list, row) => Is(row, "name", list["code"]!),
            NewInBc = moment => Task.FromResult<object?>(
                new { code = moment.Code, description = moment.Value, priceType = "Sale", amountType = "Price", status = "Active" }),
        },
        new("PLLINE-PRODPRICE", new LifeField("unitPrice", "amount", false) { Kind = LifeFieldKind.Amount })
        {
            OpenAsync = () => OpenPricesAsync("extended pricing"),
            Runs = ["PLHEADER-PRICE", "PLLINE-PRODPRICE"],
            InBc = row => Is(row, "priceListCode", "S000001") && Is(row, "minimumQuantity", 0) && !Is(row, "unitOfMeasureCode", "BOX"),
            Fits = (line, row) => Is(row, "productnumber", line["assetNumber"]!),
            NewInBc = NewLineAsync,
        },
        new("ITEM UOM", new LifeField("qtyPerUnitOfMeasure", "quantity", false) { Kind = LifeFieldKind.Amount })
        {
            OpenAsync = () => OpenPricesAsync("unit groups"),
            Runs = ["UNIT GROUP", "ITEM UOM"],
            InBc = row => !Is(row, "qtyPerUnitOfMeasure", 1),
            InSales = row => !Is(row, "isschedulebaseuom", true),
            NewInBc = async moment => new { itemNumber = "1000", code = await NewUnitAsync(moment), qtyPerUnitOfMeasure = 5m },
        },
    ];

    private static async Task<SyncWorld> OpenCustomersAsync()
    {
        var world = await SyncWorld.OpenAsync($"scale:{Edit.Customers}");
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        return world;
    }

    private static async Task<SyncWorld> OpenPricesAsync(string state)
    {
        var world = await PriceSteps.OpenAsync(state == "extended pricing", state == "unit groups");
        await world.FullSyncAsync(FullSyncAction.FullSync);
        return world;
    }

    // Companies of coupled customers, and their accounts, where the name tells which is which.
    private static async Task<LifeLinks> CompaniesAsync(SyncWorld world)
    {
        var customers = (await world.CouplingsAsync("CUSTOMER")).ToLookup(pair => pair.BcName!, pair => pair.SalesId.ToString());
        return new LifeLinks([.. (await world.Desk.RowsAsync("bc", "contacts"))
            .Where(row => Is(row, "type", "Company") && customers[row["displayName"]!.ToString()].Count() == 1)
            .Select(row => (row["number"]!.ToString(), customers[row["displayName"]!.ToString()].First()))]);
    }

    private static async Task<LifeLinks> ContactsAsync(SyncWorld world) =>
        new([.. (await world.CouplingsAsync("CONTACT")).Select(pair => (pair.BcNo!, pair.SalesId.ToString()))]);

    private static async Task<object?> NewPriceAsync(LifeMoment moment) =>
        await UnpricedAsync(moment, moment.Now.Bc.Values.Where(row => Is(row, "salesCode", "RETAIL")), "itemNumber") is { } item
            ? new { itemNumber = item, salesType = "Customer Price Group", salesCode = "RETAIL", unitPrice = (decimal)moment.Value[0] } : null;

    private static async Task<object?> NewLineAsync(LifeMoment moment)
    {
        if (await UnpricedAsync(moment, moment.Now.Bc.Values, "assetNumber") is not { } item)
            return null;
        var list = (await moment.World.Desk.FindAsync("bc", "priceListHeaders", "code", "S000001"))["id"]!.GetValue<Guid>();
        await moment.World.Desk.BcAsync("priceListHeaders", new { id = list, status = "Draft" });
        var line = await moment.World.Desk.BcAsync(
            "priceListLines", new { priceListCode = "S000001", assetType = "Item", assetNumber = item, unitPrice = (decimal)moment.Value[0] });
        await moment.World.Desk.BcAsync("priceListHeaders", new { id = list, status = "Active" });
        return line[0]!["id"]!.GetValue<Guid>();
    }

    // An item without a price yet.
    private static async Task<string?> UnpricedAsync(LifeMoment moment, IEnumerable<JsonObject> prices, string item)
    {
        var priced = prices.Select(row => row[item]!.ToString()).ToHashSet();
        return (await moment.World.CouplingsAsync("ITEM-PRODUCT")).Select(pair => pair.BcNo!).Order(StringComparer.Ordinal)
            .FirstOrDefault(number => !priced.Contains(number));
    }

    private static async Task<string> NewUnitAsync(LifeMoment moment)
    {
        await moment.World.AddUnitsAsync(moment.Code);
        return moment.Code;
    }

    private static bool IsFree(JsonObject row) => Is(row, "blocked", "_x0020_") || Is(row, "blocked", false);

    private static bool Is(JsonObject row, string column, object value) => row[column]?.ToString().Equals(value.ToString(), StringComparison.OrdinalIgnoreCase) ?? false;
}
