using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>
/// A world with a coupled customer, item and resource, in which sellers submit orders: small, so that a test names all it depends on.
/// </summary>
internal sealed class OrderWorld : IAsyncDisposable
{
    private OrderWorld(SyncWorld world) => World = world;

    public SyncWorld World { get; }

    /// <summary>Customer C1 and its account.</summary>
    public CoupledPair Customer { get; private set; } = null!;

    /// <summary>Item BIKE and its product.</summary>
    public CoupledPair Bike { get; private set; } = null!;

    /// <summary>Resource FITTER and its product; only with the companion app.</summary>
    public CoupledPair? Fitter { get; private set; }

    public IDocumentService Documents => World.Session.Documents;

    public SandboxDesk Desk => World.Desk;

    public static async Task<OrderWorld> OpenAsync(
        int tier = 2, string? statePath = null, SalesOrderIntegration integration = SalesOrderIntegration.OneWay, bool solutions = true)
    {
        var world = await ProductSteps.OpenAsync(tier, statePath, solutions);
        if (solutions)
            await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = integration }, default);
        await world.AddItemAsync("BIKE", 400m);
        await world.Desk.BcAsync("customers", new { number = "C1", displayName = "Adatum", addressLine1 = "Station Road 1", city = "Ely" });
        var orders = new OrderWorld(world)
        {
            Customer = await world.CreateInSalesAsync("CUSTOMER", "C1"),
            Bike = await world.CreateInSalesAsync("ITEM-PRODUCT", "BIKE"),
        };
        if (tier >= 2)
        {
            await world.AddResourceAsync("FITTER");
            orders.Fitter = await world.CreateInSalesAsync("RESOURCE-PRODUCT", "FITTER");
        }

        return orders;
    }

    /// <summary>A world whose options Airborne, Net 30 and FOB stand for codes.</summary>
    public static async Task<OrderWorld> OpenWithOptionsAsync(SalesOrderIntegration integration = SalesOrderIntegration.OneWay)
    {
        var world = await OpenAsync(integration: integration);
        foreach (var (mapping, set, code, label) in new[]
        {
            ("SHIPPING AGENT", "shippingAgents", "AIRBORNE", "Airborne"), ("PAYMENT TERMS", "paymentTerms", "NET30", "Net 30"),
            ("SHIPMENT METHOD", "shipmentMethods", "FOB", "FOB"),
        })
        {
            await world.Desk.BcAsync(set, new { code, displayName = label });
            await world.World.CoupledAsync(mapping, new RecordSelector { BcNo = code, SalesName = label });
        }

        return world;
    }

    /// <summary>A world in which item and resource have unit groups of their own, with pieces and boxes of six.</summary>
    public static async Task<OrderWorld> OpenWithUnitGroupsAsync()
    {
        var world = await ProductSteps.OpenWithUnitGroupsAsync();
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);
        await world.AddItemAsync("BIKE", 400m);
        await world.AddResourceAsync("FITTER");
        await world.Desk.BcAsync("itemUnitsOfMeasure", new { itemNumber = "BIKE", code = "BOX", qtyPerUnitOfMeasure = 6m });
        await world.Desk.BcAsync("resourceUnitsOfMeasure", new { resourceNumber = "FITTER", code = "BOX", qtyPerUnitOfMeasure = 6m });
        await world.Desk.BcAsync("customers", new { number = "C1", displayName = "Adatum" });
        await world.FullSyncAsync(FullSyncAction.FullSync, "UNIT GROUP", "ITEM UOM", "RESOURCE UOM");
        return new OrderWorld(world)
        {
            Customer = await world.CreateInSalesAsync("CUSTOMER", "C1"),
            Bike = await world.CreateInSalesAsync("ITEM-PRODUCT", "BIKE"),
            Fitter = await world.CreateInSalesAsync("RESOURCE-PRODUCT", "FITTER"),
        };
    }

    /// <summary>A line that sells bikes.</summary>
    public Dictionary<string, object?> BikeLine(decimal quantity = 1, decimal price = 100m, params (string Column, object? Value)[] more) =>
        Row([("productid", Bike.SalesId), ("uomid", null), ("quantity", quantity), ("priceperunit", price), ("ispriceoverridden", true), .. more]);

    /// <summary>A line that sells what the catalogue does not have.</summary>
    public static Dictionary<string, object?> WriteIn(string name, decimal quantity = 1, decimal price = 50m, params (string Column, object? Value)[] more) =>
        Row([("isproductoverridden", true), ("productdescription", name), ("quantity", quantity), ("priceperunit", price), .. more]);

    /// <summary>A seller writes an order and submits it; returns its id.</summary>
    public async Task<Guid> SubmitAsync((string Column, object? Value)[]? header = null, params Dictionary<string, object?>[] lines)
    {
        var order = await WriteAsync(header, lines);
        await World.Session.RaiseSandboxEventAsync("submitOrder", new Dictionary<string, object?> { ["orderId"] = order.ToString() }, default);
        return order;
    }

    /// <summary>A seller writes an order and does not submit it yet.</summary>
    public async Task<Guid> WriteAsync((string Column, object? Value)[]? header = null, params Dictionary<string, object?>[] lines)
    {
        var values = Row([("name", "Bikes for Ely"), ("customerid", Customer.SalesId), .. header ?? []]);
        var rows = await Desk.SalesAsync("salesorders", values);
        var id = rows[0]!["salesorderid"]!.GetValue<Guid>();
        var position = 0;
        foreach (var line in lines)
        {
            line.TryAdd("sequencenumber", ++position);
            await AddLineAsync(id, line);
        }

        return id;
    }

    /// <summary>A seller adds a line to an order.</summary>
    public async Task AddLineAsync(Guid order, Dictionary<string, object?> line)
    {
        line["salesorderid"] = order;
        if (line.TryGetValue("uomid", out var unit) && unit is null)
            line["uomid"] = await UnitOfAsync((Guid)line["productid"]!);
        await Desk.SalesAsync("salesorderdetails", line);
    }

    /// <summary>Takes all orders over that wait.</summary>
    public Task<List<BcDocumentResult>> ImportAsync() => ImportAsync(new DocumentRequest());

    public Task<List<BcDocumentResult>> ImportAsync(DocumentRequest request) =>
        Documents.ImportOrdersAsync(request, World.Observer, default).ToListAsync().AsTask();

    /// <summary>Orders in Business Central.</summary>
    public async Task<IReadOnlyList<JsonObject>> BcOrdersAsync() =>
        [.. (await Desk.RowsAsync("bc", "salesHeaders")).Where(row => row["documentType"]?.ToString() == "Order")];

    /// <summary>Lines of a document in Business Central, in their order.</summary>
    public async Task<IReadOnlyList<JsonObject>> BcLinesAsync(JsonObject header) =>
        [.. (await Desk.RowsAsync("bc", "salesLines")).Where(line => line["documentId"]?.ToString() == header["id"]?.ToString())
            .OrderBy(line => line["sequence"]!.GetValue<int>())];

    /// <summary>An order in Sales.</summary>
    public async Task<JsonObject> SalesOrderAsync(Guid id) => (await Desk.RowAsync("sales", "salesorders", id))!;

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static Dictionary<string, object?> Row((string Column, object? Value)[] values)
    {
        var row = new Dictionary<string, object?>();
        foreach (var (column, value) in values)
            row[column] = value;
        return row;
    }

    private async Task<Guid> UnitOfAsync(Guid product) => (await World.ProductAsync(product)).Id("defaultuomid")!.Value;
}
