using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>Every row of the error list of Business Central, over sockets and TLS: met by a read, a create and an update.</summary>
public sealed class BusinessCentralErrorTests(CronusOnTheWire served) : IClassFixture<CronusOnTheWire>
{
    public static TheoryData<string> Rows => [.. BusinessCentralErrors.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_read_that_meets_it_ends_in_its_class(string name)
    {
        var row = BusinessCentralErrors.Rows[name];
        var endpoint = await ConnectAsync();
        await served.World.FaultAsync(new { system = "bc", method = "GET", path = "/customers?", status = row.Status, code = row.Code, message = row.Text });

        var failed = await Assert.ThrowsAsync<EndpointException>(() => ReadAsync(endpoint));
        var sent = served.World.Count("GET", "/customers?");
        await served.World.ClearFaultsAsync();

        Assert.Equal((row.Class, row.Code, row.Reads), (failed.Failure.Class, failed.Failure.Code, sent));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_create_that_meets_it_once_fares_as_the_row_says(string name)
    {
        var row = BusinessCentralErrors.Rows[name];
        var write = new RecordWrite
        {
            Kind = WriteKind.Create, Id = served.NextId(), Values = [new("displayName", FieldValue.Text("Northwind Traders"))],
        };

        Assert.Equal(row.OnCreate, await WriteAsync(row, "POST", write));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_update_that_meets_it_once_fares_as_the_row_says(string name)
    {
        var row = BusinessCentralErrors.Rows[name];
        var customers = await served.World.RowsAsync("bc", "customers");
        var write = new RecordWrite
        {
            Kind = WriteKind.Update, Id = (Guid)customers[0]["id"]!, Values = [new("faxNumber", FieldValue.Text(name.Length.ToString(Culture)))],
        };

        Assert.Equal(row.OnUpdate, await WriteAsync(row, "PATCH", write));
    }

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    private async Task<Reaction> WriteAsync(ErrorRow row, string method, RecordWrite write)
    {
        var endpoint = await ConnectAsync();
        await served.World.FaultAsync(new
        {
            system = "bc", method, path = "customers", operation = true, status = row.Status, code = row.Code, message = row.Text, times = 1,
        });
        var reaction = await Reactions.OfAsync(
            endpoint.WriteAsync("customers", [write], default), () => served.World.Count("POST", "/$batch"));
        await served.World.ClearFaultsAsync();
        return reaction;
    }

    private async Task<BusinessCentralEndpoint> ConnectAsync()
    {
        var endpoint = served.World.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        served.World.Forget();
        return endpoint;
    }

    private static async Task ReadAsync(BusinessCentralEndpoint endpoint)
    {
        await foreach (var page in endpoint.ReadAsync("customers", ["number"], Filter.All, default))
            Assert.NotEmpty(page);
    }
}
