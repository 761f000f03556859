using System.Collections.Concurrent;
using System.Net;
using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>Whoever gives the tokens of a connection is asked for each system once, and again when a token nears its end.</summary>
public sealed class GivenTokensTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentDictionary<Uri, int> asked = new();
    private readonly TemporaryFolder folder = new();
    private SyncWorld world = null!;

    public async Task InitializeAsync() => world = await SyncWorld.OpenAsync("cronus");

    public async Task DisposeAsync() => await world.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_system_needs_one_token_however_many_requests_it_gets()
    {
        await using var session = await OpenAsync(() => "opaque");

        await WorkAsync(session);

        Assert.All(asked, system => Assert.Equal(1, system.Value));
        Assert.Contains(SandboxOptions.SalesAddress, asked.Keys);
        Assert.Contains(SandboxOptions.BusinessCentralAddress, asked.Keys);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 2)]
    public async Task A_token_that_does_not_tell_its_end_serves_some_minutes(int minutes, int times) =>
        Assert.Equal(times, await AskedAfterAsync(() => "opaque", minutes));

    [Theory]
    [InlineData(50, 1)]
    [InlineData(56, 2)]
    public async Task A_token_that_tells_its_end_serves_until_shortly_before(int minutes, int times) =>
        Assert.Equal(times, await AskedAfterAsync(() => EndingAt(world.Clock.GetUtcNow().AddHours(1)), minutes));

    [Fact]
    public async Task A_token_that_is_about_to_end_is_not_asked_for_with_every_request() =>
        Assert.Equal(1, await AskedAfterAsync(() => EndingAt(world.Clock.GetUtcNow().AddMinutes(2)), minutes: 0));

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a.bnVsbA.c")]
    public async Task A_token_that_only_looks_as_if_it_told_its_end_serves_some_minutes(string token) =>
        Assert.Equal(1, await AskedAfterAsync(() => token, minutes: 4));

    [Fact]
    public async Task A_token_that_a_system_refuses_is_asked_for_again()
    {
        await using var session = await OpenAsync(() => "opaque");
        await world.Desk.FaultAsync(new { system = "sales", status = 401, times = 1, when = "before" });

        await WorkAsync(session);

        Assert.Equal(2, asked[SandboxOptions.SalesAddress]);
        Assert.Equal(1, asked[SandboxOptions.BusinessCentralAddress]);
    }

    private static string EndingAt(DateTimeOffset end)
    {
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"exp":{{end.ToUnixTimeSeconds()}},"name":"???>"}"""));
        return $"e30.{claims.TrimEnd('=').Replace('+', '-').Replace('/', '_')}.x";
    }

    private static async Task WorkAsync(ISyncSession session)
    {
        await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
        await session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CURRENCY"], Action = FullSyncAction.FullSync }, default);
        await session.WaitFullSyncAsync(SilentObserver.Instance, default);
        Assert.Equal(FullSyncStatus.Finished, (await session.GetFullSyncAsync("CURRENCY", default).SingleAsync()).Status);
    }

    private async Task<int> AskedAfterAsync(Func<string> token, int minutes)
    {
        await using var session = await OpenAsync(token);
        world.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await WorkAsync(session);
        return asked[SandboxOptions.SalesAddress];
    }

    private Task<ISyncSession> OpenAsync(Func<string> token) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings
        {
            BusinessCentralUrl = SandboxOptions.BusinessCentralAddress,
            SalesUrl = SandboxOptions.SalesAddress,
            StatePath = folder.File("state.db"),
            TokenSource = (resource, _) =>
            {
                asked.AddOrUpdate(resource, 1, (_, times) => times + 1);
                return Task.FromResult(new NetworkCredential(string.Empty, token()).SecurePassword);
            },
        },
        SilentObserver.Instance,
        world.Clock,
        world.Through(address => address),
        default);
}
