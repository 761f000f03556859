using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Tests.Wire;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>Every row of the retry table of Business Central, over sockets and TLS: met by a read and by two kinds of writes.</summary>
public sealed class BusinessCentralRetryTests(CronusOnTheWire served) : IClassFixture<CronusOnTheWire>
{
    public static TheoryData<string> Rows => [.. BusinessCentralRetries.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_read_that_meets_it_is_repeated(string name)
    {
        var row = BusinessCentralRetries.Rows[name];
        var endpoint = await ConnectAsync(served.World);
        served.World.Meet("GET", "/customers?", row.Mishap);
        var before = served.World.Time.Pauses.Count;

        await ReadAsync(endpoint);

        Assert.Equal(2, served.World.Count("GET", "/customers?"));
        AssertPause(served.World, before, row);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_batch_whose_records_bring_their_ids_fares_as_the_row_says(string name)
    {
        var row = BusinessCentralRetries.Rows[name];

        Assert.Equal(row.Guarded, await WriteAsync(served.World, row, served.NextId()));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_batch_that_would_be_carried_out_twice_fares_as_the_row_says(string name)
    {
        var row = BusinessCentralRetries.Rows[name];

        Assert.Equal(row.Unguarded, await WriteAsync(served.Reduced, row, id: null));
    }

    private static async Task<Reaction> WriteAsync(WireSandbox world, RetryRow row, Guid? id)
    {
        var endpoint = await ConnectAsync(world);
        world.Meet("POST", "/$batch", row.Mishap);
        var before = world.Time.Pauses.Count;
        var write = new RecordWrite { Kind = WriteKind.Create, Id = id, Values = [new("displayName", FieldValue.Text("Northwind Traders"))] };

        var reaction = await Reactions.OfAsync(endpoint.WriteAsync("customers", [write], default), () => world.Count("POST", "/$batch"));

        await ReadAsync(endpoint);
        AssertPause(world, before, row);
        return reaction;
    }

    private static void AssertPause(WireSandbox world, int before, RetryRow row)
    {
        var kept = world.Time.Pauses.Skip(before).ToList();
        if (row.Pause is { } asked)
            Assert.Contains(kept, pause => pause > asked * 0.9 && pause <= asked);
        else
            Assert.All(kept, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(4)));
    }

    private static async Task<BusinessCentralEndpoint> ConnectAsync(WireSandbox world)
    {
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Forget();
        return endpoint;
    }

    private static async Task ReadAsync(BusinessCentralEndpoint endpoint)
    {
        await foreach (var page in endpoint.ReadAsync("customers", ["number"], Filter.All, default))
            Assert.NotEmpty(page);
    }
}
