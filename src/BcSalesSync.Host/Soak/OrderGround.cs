using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Serving;
using BcSalesSync.Runtime;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// Two served systems in step, with submitted orders in Sales that wait to be taken over.
internal sealed class OrderGround : IAsyncDisposable
{
    private const int Records = 20;
    private const int Page = 100;

    private readonly SandboxServer server;
    private readonly DirectoryInfo folder;

    private OrderGround(SandboxServer server, DirectoryInfo folder)
    {
        this.server = server;
        this.folder = folder;
        Control = new SandboxControl(server.SalesAddress);
    }

    public SandboxControl Control { get; }

    public SoakTask Work => new(SoakWork.Orders, new Uri(server.SalesAddress, "/"), Path.Combine(folder.FullName, "state.db"));

    public static async Task<OrderGround> OpenAsync(int orders, int lines, TimeSpan latency, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Seed = FormattableString.Invariant($"scale:{Records}"), Latency = latency };
        var ground = new OrderGround(
            await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), options, cancellationToken),
            Directory.CreateTempSubdirectory("bcsalessync-soak-"));
        try
        {
            await ground.CoupleAsync(cancellationToken);
            await ground.SubmitAsync(orders, lines, cancellationToken);
            await ground.Control.ResetCountsAsync(cancellationToken);
            return ground;
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task CoupleAsync(CancellationToken cancellationToken)
    {
        await using var session = await SoakSession.OpenAsync(Work.Server, Work.StatePath, cancellationToken);
        await session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, cancellationToken);
        await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, cancellationToken).CountAsync(cancellationToken);
        await FullSyncClient.CoupleSalespeopleAsync(session, cancellationToken);
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, cancellationToken);
        await session.WaitFullSyncAsync(SilentObserver.Instance, cancellationToken);
    }

    private async Task SubmitAsync(int orders, int lines, CancellationToken cancellationToken)
    {
        var accounts = (await Control.RowsAsync("sales", "accounts", cancellationToken)).Select(row => row["accountid"]!.ToString()).ToArray();
        var products = await Control.RowsAsync("sales", "products", cancellationToken);
        var headers = Enumerable.Range(0, orders).Select(number => new JsonObject
        {
            ["name"] = FormattableString.Invariant($"Order {number:0000}"), ["customerid"] = accounts[number % accounts.Length],
        });
        var ids = new List<string>();
        foreach (var page in headers.Chunk(Page))
            ids.AddRange((await Control.AddAsync("sales", "salesorders", page, cancellationToken)).Select(row => row["salesorderid"]!.ToString()));
        var details = ids.SelectMany((id, number) => Enumerable.Range(0, lines).Select(line => Line(id, line, products[(number + line) % products.Count])));
        foreach (var page in details.Chunk(Page * lines))
            await Control.AddAsync("sales", "salesorderdetails", page, cancellationToken);
        foreach (var id in ids)
            await Control.EventAsync(new { type = "submitOrder", orderId = id }, cancellationToken);
    }

    private static JsonObject Line(string order, int line, JsonObject product) => new()
    {
        ["salesorderid"] = order, ["productid"] = product["productid"]!.ToString(), ["uomid"] = product["_defaultuomid_value"]!.ToString(),
        ["quantity"] = line + 1, ["priceperunit"] = 10.01m + line, ["ispriceoverridden"] = true, ["sequencenumber"] = line + 1,
    };
}
