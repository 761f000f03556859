using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>Batches of which a part is done: what is done is not sent again, what is not is, and tokens that run out are renewed.</summary>
public sealed class PartialBatchTests : IAsyncLifetime
{
    private WireSandbox world = null!;

    public async Task InitializeAsync() => world = await WireSandbox.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_token_that_runs_out_inside_a_batch_of_Business_Central_is_renewed_and_only_the_rest_is_repeated()
    {
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Forget();
        await world.FaultAsync(new { system = "bc", method = "POST", path = "customers", operation = true, status = 401, skip = 2, times = 2 });

        var outcomes = await endpoint.WriteAsync("customers", Creates("displayName", 4), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal((1, 2, 4 + 2), (world.Tokens.Refreshes, world.Count("POST", "/$batch"), await OperationsAsync("bc", "customers")));
        Assert.Equal(4, (await world.RowsAsync("bc", "customers")).Count);
    }

    [Fact]
    public async Task A_token_that_runs_out_inside_a_batch_of_Sales_is_renewed_and_only_the_rest_is_repeated()
    {
        var endpoint = world.ConnectSales();
        await endpoint.WriteAsync("account", Creates("name", 4), default);
        var deletes = Creates("name", 4).Select(create => new RecordWrite { Kind = WriteKind.Delete, Id = create.Id }).ToList();
        world.Forget();
        await world.FaultAsync(new { system = "sales", method = "DELETE", path = "accounts", operation = true, status = 401, skip = 2, times = 2 });

        var outcomes = await endpoint.WriteAsync("account", deletes, default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal((1, 2), (world.Tokens.Refreshes, world.Count("POST", "/$batch")));
        Assert.Empty(await world.RowsAsync("sales", "accounts"));
    }

    [Fact]
    public async Task A_token_that_runs_out_inside_a_transaction_is_renewed_and_the_whole_of_it_is_repeated()
    {
        var (bc, sales) = (world.ConnectBc(), world.ConnectSales());
        await world.FaultAsync(new { system = "bc", method = "POST", path = "customers", operation = true, status = 401, skip = 1, times = 1 });
        await world.FaultAsync(new { system = "sales", method = "POST", path = "accounts", operation = true, status = 401, skip = 1, times = 1 });

        var customers = await bc.WriteUnitsAsync([Unit("customers", "displayName")], default);
        var accounts = await sales.WriteUnitsAsync([Unit("account", "name")], default);

        Assert.All(customers.Concat(accounts), outcome => Assert.Equal((WriteStatus.Done, 2), (outcome.Status, outcome.Records.Count)));
        Assert.Equal((2, 2), ((await world.RowsAsync("bc", "customers")).Count, (await world.RowsAsync("sales", "accounts")).Count));
    }

    [Fact]
    public async Task A_token_that_is_no_good_after_it_was_renewed_ends_the_run()
    {
        var (bc, sales) = (world.ConnectBc(), world.ConnectSales());
        await world.FaultAsync(new { system = "bc", method = "POST", path = "customers", operation = true, status = 401 });
        await world.FaultAsync(new { system = "sales", method = "POST", path = "accounts", status = 401 });

        var fromBc = await Assert.ThrowsAsync<EndpointException>(() => bc.WriteAsync("customers", Creates("displayName", 3), default));
        var fromSales = await Assert.ThrowsAsync<EndpointException>(() => sales.WriteAsync("account", Creates("name", 3), default));

        Assert.All([fromBc, fromSales], refused => Assert.Equal(FailureClass.Fatal, refused.Failure.Class));
    }

    [Fact]
    public async Task A_token_that_ran_out_before_a_batch_is_renewed_and_the_batch_repeated()
    {
        await using var guarded = await WireSandbox.StartAsync(requireToken: "second");

        var customers = await guarded.ConnectBc().WriteAsync("customers", Creates("displayName", 3), default);
        var accounts = await guarded.ConnectSales().WriteAsync("account", Creates("name", 3), default);

        Assert.All(customers.Concat(accounts), outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
    }

    [Fact]
    public async Task A_batch_of_Business_Central_that_stops_at_a_failure_goes_on_with_what_was_not_looked_at()
    {
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Forget();
        await world.FaultAsync(new { system = "bc", method = "POST", path = "customers", operation = true, status = 400, skip = 1, times = 1 });
        world.Meet("POST", "/$batch", Mishaps.Deaf("Prefer"));

        var outcomes = await endpoint.WriteAsync("customers", Creates("displayName", 4), default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused, WriteStatus.Done, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal((2, 2 + 2), (world.Count("POST", "/$batch"), await OperationsAsync("bc", "customers")));
        Assert.Equal(3, (await world.RowsAsync("bc", "customers")).Count);
    }

    [Fact]
    public async Task A_batch_of_Sales_that_stops_at_a_failure_goes_on_with_what_was_not_looked_at()
    {
        var endpoint = world.ConnectSales();
        await endpoint.WriteAsync("account", Creates("name", 4), default);
        var deletes = Creates("name", 4).Select(create => new RecordWrite { Kind = WriteKind.Delete, Id = create.Id }).ToList();
        world.Forget();
        await world.FaultAsync(new { system = "sales", method = "DELETE", path = "accounts", operation = true, status = 400, skip = 1, times = 1 });
        world.Meet("POST", "/$batch", Mishaps.Deaf("Prefer"));

        var outcomes = await endpoint.WriteAsync("account", deletes, default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused, WriteStatus.Done, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Single(await world.RowsAsync("sales", "accounts"));
    }

    [Theory]
    [InlineData(400, "0x80060888")]
    [InlineData(501, "")]
    [InlineData(403, "0x80040220")]
    [InlineData(413, "0x8004418A")]
    public async Task A_bulk_message_that_a_table_does_not_take_is_taken_apart(int status, string code)
    {
        var endpoint = world.ConnectSales();
        await world.FaultAsync(new { system = "sales", method = "POST", path = "CreateMultiple", status, code });

        var outcomes = await endpoint.WriteAsync("account", Creates("name", 5), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(5, (await world.RowsAsync("sales", "accounts")).Count);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_split_until_it_is_not()
    {
        var endpoint = world.ConnectSales();
        await endpoint.WriteAsync("account", Creates("name", 8), default);
        var deletes = Creates("name", 8).Select(create => new RecordWrite { Kind = WriteKind.Delete, Id = create.Id }).ToList();
        world.Forget();
        await world.FaultAsync(new { system = "sales", method = "POST", path = "$batch", status = 413, code = "0x8004418A", times = 2 });

        var outcomes = await endpoint.WriteAsync("account", deletes, default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(1 + 1 + 2 + 1, world.Count("POST", "/$batch"));
    }

    private static WriteUnit Unit(string table, string column) =>
        new([.. Creates(column, 2).Select(create => new UnitWrite(table, create))]);

    private async Task<int> OperationsAsync(string system, string set) => await world.OperationsAsync(system, set);

    private static List<RecordWrite> Creates(string column, int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => new RecordWrite
        {
            Kind = WriteKind.Create, Id = new Guid(number, 0, 0, new byte[8]), Values = [new(column, FieldValue.Text($"Adatum {number}"))],
        }),
    ];
}
