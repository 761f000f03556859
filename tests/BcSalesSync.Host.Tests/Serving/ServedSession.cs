using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Tests.Serving;

// Sessions over the sockets of a served sandbox, as a shell opens them.
internal static class ServedSession
{
    public static Task<ISyncSession> OpenAsync(ServedSandbox served, string statePath) =>
        OpenAsync(Settings(served) with { StatePath = statePath });

    public static Task<ISyncSession> OpenSharedAsync(ServedSandbox served, string connectionString) =>
        OpenAsync(Settings(served) with { StateConnectionString = new NetworkCredential(string.Empty, connectionString).SecurePassword });

    private static ConnectionSettings Settings(ServedSandbox served) => new()
    {
        BusinessCentralUrl = served.BusinessCentral, SalesUrl = served.Sales, TokenSource = TokenAsync,
    };

    private static async Task<ISyncSession> OpenAsync(ConnectionSettings settings)
    {
        var session = await SyncSessionFactory.OpenAsync(settings, SilentObserver.Instance, default);
        await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
        return session;
    }

    // Couples a salesperson with a user by name.
    public static async Task CoupleSalespersonAsync(this ISyncSession session, string code, string user)
    {
        var request = new CouplingRequest
        {
            Mapping = "SALESPEOPLE", Records = new RecordSelector { BcNo = code, SalesName = user },
        };
        var outcomes = await session.CoupleAsync([request], SilentObserver.Instance, default).ToListAsync();
        Assert.Null(Assert.Single(outcomes).Error);
    }

    // A full synchronisation to its end; every line must have finished without failures.
    public static async Task<IReadOnlyList<BcFullSyncLine>> FullSyncAsync(this ISyncSession session, params string[] mappings)
    {
        await session.StartFullSyncAsync(new FullSyncRequest { Mappings = mappings, Action = FullSyncAction.FullSync }, default);
        await session.WaitFullSyncAsync(SilentObserver.Instance, default);
        var lines = await session.GetFullSyncAsync(null, default).ToListAsync();
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0, null), (line.Status, line.Failed, line.Message)));
        return lines;
    }

    // A run of a mapping as its schedule would; the records it touched.
    public static async Task<int> RunAsync(this ISyncSession session, string mapping) =>
        await session.SyncNowAsync(new SyncNowRequest { Mapping = mapping }, SilentObserver.Instance, default).CountAsync();

    private static Task<SecureString> TokenAsync(Uri resource, CancellationToken cancellationToken)
    {
        var token = new SecureString();
        foreach (var letter in "any")
            token.AppendChar(letter);
        return Task.FromResult(token);
    }
}
