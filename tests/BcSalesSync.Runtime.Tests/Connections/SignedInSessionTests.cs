using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>A session that signs in for itself works as one that is given tokens, however long it lasts.</summary>
public sealed class SignedInSessionTests : IDisposable
{
    private const string Secret = "planted-secret-91c4";
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly HeardObserver observer = new();
    private readonly SandboxHandler sandbox;

    public SignedInSessionTests() => sandbox = new SandboxHandler(
        new SandboxOptions { Seed = "cronus", TimeProvider = clock, SignIn = new SandboxSignIn { ClientSecret = Secret } });

    [Fact]
    public async Task A_full_synchronisation_outlives_its_tokens()
    {
        await using var session = await OpenAsync(Secret);
        await session.InitializeAsync(new InitializeRequest(), observer, default).CountAsync();
        await FullSyncAsync(session, "CURRENCY");
        clock.Advance(TimeSpan.FromHours(2));

        var line = await FullSyncAsync(session, "UNIT OF MEASURE");

        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed));
        Assert.True(line.Inserted > 0);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_what_to_do_and_appears_nowhere()
    {
        var refused = await MappingSteps.RefusedAsync(() => OpenAsync("wrong-secret-91c4"));

        Assert.Equal("BcSync.SignIn.WrongSecret", refused.ErrorId);
        Assert.Contains("Business Central", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Certificates & secrets", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", refused.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state.db")));
    }

    public void Dispose()
    {
        sandbox.Dispose();
        folder.Dispose();
    }

    private Task<ISyncSession> OpenAsync(string secret) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings
        {
            BusinessCentralUrl = SandboxOptions.BusinessCentralAddress,
            SalesUrl = SandboxOptions.SalesAddress,
            StatePath = folder.File("state.db"),
            SignIn = new SignIn
            {
                Method = SignInMethod.ClientSecret,
                TenantId = new SandboxSignIn().TenantId,
                ClientId = new SandboxSignIn().ClientId,
                ClientSecret = new NetworkCredential(string.Empty, secret).SecurePassword,
                Authority = new Uri("https://login.example/"),
            },
        },
        observer,
        new SessionGround { Clock = clock, Network = new ForwardingHandler(sandbox, _ => Task.CompletedTask) },
        default);

    private async Task<BcFullSyncLine> FullSyncAsync(ISyncSession session, string mapping)
    {
        await session.StartFullSyncAsync(new FullSyncRequest { Mappings = [mapping], Action = FullSyncAction.FullSync }, default);
        await session.WaitFullSyncAsync(observer, default);
        return await session.GetFullSyncAsync(mapping, default).SingleAsync();
    }
}
