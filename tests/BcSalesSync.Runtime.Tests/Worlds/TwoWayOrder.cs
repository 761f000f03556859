using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>An order that travels both ways, as both sides have it.</summary>
internal sealed class TwoWayOrder
{
    private const string Mapping = "SALESORDER-ORDER";
    private const string Lines = "SOLINE-ORDERDETAIL";
    private readonly Guid salesId;
    private readonly Guid bcId;

    private TwoWayOrder(OrderWorld world, Guid salesId, JsonObject bc)
    {
        World = world;
        this.salesId = salesId;
        bcId = bc.Id("id")!.Value;
        Number = bc["number"]!.ToString();
    }

    public OrderWorld World { get; }

    /// <summary>Number in Business Central.</summary>
    public string Number { get; }

    public Guid SalesId => salesId;

    public Guid BcId => bcId;

    /// <summary>A world in which orders travel both ways.</summary>
    public static Task<OrderWorld> OpenWorldAsync(string? statePath = null) =>
        OrderWorld.OpenAsync(statePath: statePath, integration: SalesOrderIntegration.TwoWay);

    /// <summary>Submits an order, takes it over and lets what Business Central added come back.</summary>
    public static async Task<TwoWayOrder> TakeOverAsync(
        OrderWorld world, (string Column, object? Value)[]? header, params Dictionary<string, object?>[] lines)
    {
        var id = await world.SubmitAsync(header, lines);
        var result = Assert.Single(await world.ImportAsync());
        Assert.Null(result.Error);
        var order = new TwoWayOrder(world, id, Assert.Single(await world.BcOrdersAsync(), row => row["number"]!.ToString() == result.BcNo));
        await order.SyncAsync();
        return order;
    }

    /// <summary>One run of the mapping, some time later; nothing fails.</summary>
    public async Task<List<BcSyncResult>> SyncAsync()
    {
        World.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var results = await World.World.RunAsync(Mapping);
        Assert.All(results, result => Assert.True(result.Error is null, result.Error?.Message));
        return results;
    }

    /// <summary>The order in Business Central.</summary>
    public async Task<JsonObject> BcAsync() => (await World.Desk.RowAsync("bc", "salesHeaders", bcId))!;

    /// <summary>Its lines there.</summary>
    public async Task<IReadOnlyList<JsonObject>> BcLinesAsync() => await World.BcLinesAsync(await BcAsync());

    /// <summary>The order in Sales.</summary>
    public Task<JsonObject> SalesAsync() => World.SalesOrderAsync(salesId);

    /// <summary>Its lines there.</summary>
    public async Task<IReadOnlyList<JsonObject>> DetailsAsync() =>
        [.. (await World.Desk.RowsAsync("sales", "salesorderdetails")).Where(row => row.Id("salesorderid") == salesId)
            .OrderBy(row => row["sequencenumber"]?.GetValue<int>() ?? int.MaxValue)];

    /// <summary>The seller takes the order back, changes it and submits it again.</summary>
    public async Task ResubmitAsync(Func<Task> edit)
    {
        await World.Desk.SalesAsync("salesorders", new { salesorderid = salesId, statecode = 0, statuscode = 1 });
        await edit();
        await World.HappensAsync("submitOrder", ("orderId", salesId.ToString()));
    }

    /// <summary>A user reopens the order in Business Central, changes it and releases it again.</summary>
    public async Task ReviseAsync(Func<Task> edit)
    {
        await World.HappensAsync("reopenOrder", ("no", Number));
        await edit();
        await World.HappensAsync("releaseOrder", ("no", Number));
    }

    /// <summary>Couplings of the order's lines.</summary>
    public Task<List<BcCoupling>> LineCouplingsAsync() => World.World.CouplingsAsync(Lines);
}
