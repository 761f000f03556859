using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>
/// The connection goes while a write is under way. Nothing is sent a second time before somebody looked: the outcome is unknown, reading
/// back tells what is there, and writing again finds it.
/// </summary>
public sealed class LostAnswerTests
{
    private const int Records = 3;

    public static TheoryData<HttpProtocols, string> Breaks
    {
        get
        {
            var breaks = new TheoryData<HttpProtocols, string>();
            foreach (var protocol in new[] { HttpProtocols.Http1, HttpProtocols.Http2 })
            {
                foreach (var moment in new[] { "after", "midway" })
                    breaks.Add(protocol, moment);
            }

            return breaks;
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_batch_of_Business_Central_is_read_back_before_it_is_repeated(HttpProtocols protocol, string moment)
    {
        await using var world = await WireSandbox.StartAsync(protocols: protocol);
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Meet("POST", "/$batch", MishapAt(moment));

        var writes = Customers(Records);
        var lost = await endpoint.WriteAsync("customers", writes, default);

        Assert.All(lost, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(1, world.Count("POST", "/$batch"));
        Assert.Equal(Records, (await endpoint.ReadByIdAsync("customers", ["number"], Ids(writes), default)).Count);
        Assert.All(await endpoint.WriteAsync("customers", writes, default), outcome => Assert.Equal(WriteStatus.AlreadyExists, outcome.Status));
        Assert.Equal(Records, (await world.RowsAsync("bc", "customers")).Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_bulk_message_of_Sales_is_read_back_before_it_is_repeated(HttpProtocols protocol, string moment)
    {
        await using var world = await WireSandbox.StartAsync(protocols: protocol);
        var endpoint = world.ConnectSales();
        world.Meet("POST", "CreateMultiple", MishapAt(moment));

        var writes = Accounts(Records);
        var lost = await endpoint.WriteAsync("account", writes, default);

        Assert.All(lost, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(1, world.Count("POST", "CreateMultiple"));
        Assert.Equal(Records, (await endpoint.ReadByIdAsync("account", ["name"], Ids(writes), default)).Count);
        Assert.All(await endpoint.WriteAsync("account", writes, default), outcome => Assert.Equal(WriteStatus.AlreadyExists, outcome.Status));
        Assert.Equal(Records, (await world.RowsAsync("sales", "accounts")).Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_single_write_to_Sales_is_read_back_before_it_is_repeated(HttpProtocols protocol, string moment)
    {
        await using var world = await WireSandbox.StartAsync(protocols: protocol);
        var endpoint = world.ConnectSales();
        await endpoint.WriteAsync("account", Accounts(1, from: 90), default);
        world.Forget();
        world.Meet("POST", "/$batch", MishapAt(moment));

        var writes = Accounts(1);
        var lost = Assert.Single(await endpoint.WriteAsync("account", writes, default));

        Assert.Equal((WriteStatus.Unknown, 1), (lost.Status, world.Count("POST", "/$batch")));
        Assert.Single(await endpoint.ReadByIdAsync("account", ["name"], Ids(writes), default));
    }

    [Fact]
    public async Task A_single_write_to_Business_Central_without_an_id_of_its_own_is_not_repeated()
    {
        await using var world = await WireSandbox.StartAsync(tier: 0);
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Meet("POST", "/$batch", Mishaps.CutAfter);

        var lost = Assert.Single(await endpoint.WriteAsync("customers", [Customers(1)[0] with { Id = null }], default));

        Assert.Equal((WriteStatus.Unknown, 1), (lost.Status, world.Count("POST", "/$batch")));
        Assert.Single(await world.RowsAsync("bc", "customers"));
    }

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task A_write_whose_connection_goes_before_it_is_looked_at_is_unknown_as_well(HttpProtocols protocol)
    {
        await using var world = await WireSandbox.StartAsync(protocols: protocol);
        var (bc, sales) = (world.ConnectBc(), world.ConnectSales());
        await bc.GetSchemaAsync("customers", default);
        await sales.WriteAsync("account", Accounts(1, from: 90), default);
        world.Forget();
        world.Meet("POST", "/bc/", Mishaps.CutBefore);
        world.Meet("POST", "CreateMultiple", Mishaps.CutBefore);

        var customers = await bc.WriteAsync("customers", Customers(Records), default);
        var accounts = await sales.WriteAsync("account", Accounts(Records), default);

        Assert.All(customers.Concat(accounts), outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(2, world.Count("POST", "/"));
        Assert.All(await bc.WriteAsync("customers", Customers(Records), default), outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.All(await sales.WriteAsync("account", Accounts(Records), default), outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
    }

    [Fact]
    public async Task A_write_that_nobody_answers_is_given_up_and_unknown()
    {
        await using var world = await WireSandbox.StartAsync();
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        var arrived = new TaskCompletionSource();
        world.Meet("POST", "/$batch", Mishaps.Stalls(arrived));

        var write = endpoint.WriteAsync("customers", Customers(1), default);
        await arrived.Task;
        world.Time.Expire();

        Assert.Equal(WriteStatus.Unknown, Assert.Single(await write).Status);
        Assert.Equal(1, world.Count("POST", "/$batch"));
    }

    [Fact]
    public async Task An_answer_of_Business_Central_that_breaks_off_leaves_all_of_its_batch_unknown()
    {
        await using var world = await WireSandbox.StartAsync();
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        world.Meet("POST", "/$batch", Mishaps.BreaksOff);

        var outcomes = await endpoint.WriteAsync("customers", Customers(Records), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(1, world.Count("POST", "/$batch"));
    }

    [Fact]
    public async Task An_answer_of_Sales_that_breaks_off_leaves_what_it_does_not_tell_unknown()
    {
        await using var world = await WireSandbox.StartAsync();
        var endpoint = world.ConnectSales();
        await endpoint.WriteAsync("account", Accounts(9), default);
        var rows = await endpoint.ReadByIdAsync("account", ["name"], Ids(Accounts(9)), default);
        world.Forget();
        world.Meet("POST", "/$batch", Mishaps.BreaksOff);

        var updates = rows.Select(row => new RecordWrite
        {
            Kind = WriteKind.Update, Id = row.Id, IfMatch = row.ETag, Values = [new("telephone1", FieldValue.Text("040"))],
        }).ToList();
        var outcomes = await endpoint.WriteAsync("account", updates, default);

        Assert.Equal(1, world.Count("POST", "/$batch"));
        Assert.Equal([WriteStatus.Done, WriteStatus.Unknown], outcomes.Select(outcome => outcome.Status).Distinct());
        Assert.True(outcomes.Count(outcome => outcome.Status is WriteStatus.Unknown) >= 2);
    }

    [Fact]
    public async Task An_answer_to_a_bulk_message_that_breaks_off_still_tells_that_rows_with_their_own_ids_are_there()
    {
        await using var world = await WireSandbox.StartAsync();
        var endpoint = world.ConnectSales();
        world.Meet("POST", "CreateMultiple", Mishaps.BreaksOff);

        var outcomes = await endpoint.WriteAsync("account", Accounts(Records), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(Records, (await world.RowsAsync("sales", "accounts")).Count);
    }

    private static Mishap MishapAt(string moment) => moment == "after" ? Mishaps.CutAfter : Mishaps.CutMidway;

    private static List<Guid> Ids(IEnumerable<RecordWrite> writes) => [.. writes.Select(write => write.Id!.Value)];

    private static List<RecordWrite> Customers(int count) => Creates("displayName", 1, count);

    private static List<RecordWrite> Accounts(int count, int from = 1) => Creates("name", from, count);

    private static List<RecordWrite> Creates(string column, int from, int count) =>
    [
        .. Enumerable.Range(from, count).Select(number => new RecordWrite
        {
            Kind = WriteKind.Create, Id = new Guid(number, 0, 0, new byte[8]), Values = [new(column, FieldValue.Text($"Adatum {number}"))],
        }),
    ];
}
