using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>Every row of the error list of Dataverse, over sockets and TLS: met by a read, a create and an update.</summary>
public sealed class SalesErrorTests(CronusOnTheWire served) : IClassFixture<CronusOnTheWire>
{
    public static TheoryData<string> Rows => [.. SalesErrors.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_read_that_meets_it_ends_in_its_class(string name)
    {
        var row = SalesErrors.Rows[name];
        var endpoint = await ConnectAsync();
        await served.World.FaultAsync(new { system = "sales", method = "GET", path = "/accounts?", status = row.Status, code = row.Code, message = row.Text });

        var failed = await Assert.ThrowsAsync<EndpointException>(() => ReadAsync(endpoint));
        var sent = served.World.Count("GET", "/accounts?");
        await served.World.ClearFaultsAsync();

        Assert.Equal((row.Class, row.Code, row.Reads), (failed.Failure.Class, failed.Failure.Code, sent));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_create_that_meets_it_once_fares_as_the_row_says(string name)
    {
        var row = SalesErrors.Rows[name];
        var write = new RecordWrite { Kind = WriteKind.Create, Id = served.NextId(), Values = [new("name", FieldValue.Text("Northwind Traders"))] };

        Assert.Equal(row.OnCreate, await WriteAsync(row, "POST", write));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_update_that_meets_it_once_fares_as_the_row_says(string name)
    {
        var row = SalesErrors.Rows[name];
        var accounts = await served.World.RowsAsync("sales", "accounts");
        var write = new RecordWrite
        {
            Kind = WriteKind.Update, Id = (Guid)accounts[0]["accountid"]!, Values = [new("telephone1", FieldValue.Text(name))],
        };

        Assert.Equal(row.OnUpdate, await WriteAsync(row, "PATCH", write));
    }

    private async Task<Reaction> WriteAsync(ErrorRow row, string method, RecordWrite write)
    {
        var endpoint = await ConnectAsync();
        await served.World.FaultAsync(new
        {
            system = "sales", method, path = "accounts", operation = true, status = row.Status, code = row.Code, message = row.Text, times = 1,
        });
        var reaction = await Reactions.OfAsync(
            endpoint.WriteAsync("account", [write], default), () => served.World.Count("POST", "/$batch"));
        await served.World.ClearFaultsAsync();
        return reaction;
    }

    // The first write asks what the table takes; that is no part of the count.
    private async Task<DataverseEndpoint> ConnectAsync()
    {
        var endpoint = served.World.ConnectSales();
        await endpoint.WriteAsync(
            "account", [new RecordWrite { Kind = WriteKind.Create, Id = served.NextId(), Values = [new("name", FieldValue.Text("First"))] }], default);
        served.World.Forget();
        return endpoint;
    }

    private static async Task ReadAsync(DataverseEndpoint endpoint)
    {
        await foreach (var page in endpoint.ReadAsync("account", ["name"], Filter.All, default))
            Assert.NotEmpty(page);
    }
}
