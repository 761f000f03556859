using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Demo;
using BcSalesSync.Host.Logging;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Tests.Wire;

/// <summary>
/// The whole product over sockets and TLS, signed in through MSAL: it connects, synchronises everything, imports orders and brings their
/// invoices and payments back, in bad weather, and keeps every promise that the demo makes in good weather.
/// </summary>
public sealed class EndToEndTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wire-end-to-end").FullName;

    [Fact]
    public async Task From_connecting_to_the_paid_order_nothing_is_lost_or_doubled_whatever_the_network_does()
    {
        await using var calm = await TlsSandbox.StartAsync();
        await using var stormy = await TlsSandbox.StartAsync();
        await stormy.FaultAsync(Weather);

        var expected = await LiveAsync(calm, "calm.db", () => Task.CompletedTask, () => Task.CompletedTask);
        var found = await LiveAsync(
            stormy,
            "stormy.db",
            () => stormy.RevokeTokensAsync("{\"access_token\":{\"nbf\":{\"essential\":true}}}"),
            () => stormy.FaultAsync(OrderWeather));

        Assert.Equal(expected, found);
        Assert.DoesNotContain(", 0 orders", expected, StringComparison.Ordinal);
        foreach (var (system, set, column) in new[]
        {
            ("sales", "accounts", "name"), ("sales", "contacts", "fullname"), ("sales", "invoices", "name"), ("sales", "salesorders", "name"),
            ("bc", "customers", "displayName"), ("bc", "contacts", "displayName"), ("bc", "salesHeaders", "dataverseId"),
            ("bc", "postedInvoices", "number"),
        })
            Assert.Equal(await calm.NamesAsync(system, set, column), await stormy.NamesAsync(system, set, column));
        Assert.True(await stormy.RequestsAsync("signin") > await calm.RequestsAsync("signin"));
    }

    [Fact]
    public async Task No_file_that_a_run_leaves_holds_the_secret_or_a_token()
    {
        await using var served = await TlsSandbox.StartAsync();
        await served.FaultAsync(Weather);
        using (var log = SessionLog.Open(new FileInfo(Path.Combine(folder, "run.log")), TimeProvider.System))
        {
            var observer = log.Over(SilentObserver.Instance);
            await using var session = await served.ConnectAsync(observer, Path.Combine(folder, "run.db"));
            log.Opened(session.Connection);
            await session.InitializeAsync(new InitializeRequest(), observer, default).CountAsync();
            await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
            await session.WaitFullSyncAsync(observer, default);
        }

        var files = Directory.GetFiles(folder);
        Assert.True(new FileInfo(Path.Combine(folder, "run.log")).Length > 0);
        foreach (var file in files)
            Assert.DoesNotMatch($"{TlsSandbox.Secret}|token-[0-9]", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
    }

    [Fact]
    public async Task A_connection_to_a_server_nobody_trusts_is_refused_with_what_to_do()
    {
        await using var served = await TlsSandbox.StartAsync("empty");

        var refused = await Assert.ThrowsAsync<SyncException>(() =>
            served.ConnectAsync(SilentObserver.Instance, Path.Combine(folder, "never.db"), isTrusted: false));

        Assert.Equal(("BcSync.Connection.CertificateNotTrusted", FailureClass.Configuration), (refused.Error.ErrorId, refused.Error.Class));
        Assert.Contains("trusted roots", refused.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "never.db")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static object[] Weather =>
    [
        new { system = "signin", status = 503, times = 1 },
        new { system = "bc", method = "GET", path = "customers", status = 503, retryAfter = 3, times = 2, skip = 1 },
        new { system = "bc", method = "GET", path = "contacts", when = "after", times = 1 },
        new { system = "bc", method = "POST", path = "$batch", when = "after", times = 2, skip = 3 },
        new { system = "bc", method = "POST", path = "$batch", when = "before", times = 1, skip = 1 },
        new { system = "bc", method = "POST", path = "$batch", status = 429, times = 2 },
        new { system = "bc", method = "PATCH", operation = true, status = 401, times = 1 },
        new { system = "sales", method = "GET", path = "accounts", when = "after", times = 1 },
        new { system = "sales", method = "POST", path = "CreateMultiple", when = "after", times = 1 },
        new { system = "sales", method = "POST", path = "CreateMultiple", status = 429, retryAfter = 5, times = 1 },
        new { system = "sales", method = "POST", path = "$batch", when = "after", times = 2, skip = 4 },
        new { system = "sales", method = "PATCH", operation = true, status = 401, times = 1 },
    ];

    private static object[] OrderWeather =>
    [
        new { system = "bc", method = "POST", path = "salesHeaders", operation = true, when = "after", times = 1 },
        new { system = "bc", method = "POST", path = "$batch", when = "after", times = 1, skip = 2 },
    ];

    // Answers what was done; something happens between connecting and the first run, and before the last orders are imported.
    private async Task<string> LiveAsync(TlsSandbox served, string state, Func<Task> meanwhile, Func<Task> beforeOrders)
    {
        var expectations = new Expectations();
        await using var session = await served.ConnectAsync(SilentObserver.Instance, Path.Combine(folder, state));
        await meanwhile();
        var closing = await new DemoRun(session, SilentObserver.Instance, expectations, TextWriter.Null).RunAsync(default);
        Assert.Empty(expectations.Missed);

        foreach (var mapping in new[] { "SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT" })
            Assert.Empty(await session.SyncNowAsync(new SyncNowRequest { Mapping = mapping }, SilentObserver.Instance, default).ToListAsync());
        await beforeOrders();
        return $"{closing}, {await ImportAsync(session)} orders more";
    }

    // Imports what waits, as a schedule does, until nothing is left that may come right by itself.
    private static async Task<int> ImportAsync(ISyncSession session)
    {
        var created = 0;
        for (var run = 0; run < 5; run++)
        {
            var results = await session.Documents.ImportOrdersAsync(new DocumentRequest(), SilentObserver.Instance, default).ToListAsync();
            created += results.Count(result => result.Action is SyncAction.Created);
        }

        return created;
    }
}
