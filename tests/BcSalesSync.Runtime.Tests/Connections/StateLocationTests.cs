using System.Net;
using System.Security.Cryptography;
using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>The same two systems have one state, however their addresses are written.</summary>
public sealed class StateLocationTests : IAsyncLifetime, IDisposable
{
    private const string Bc = "https://api.businesscentral.dynamics.com/v2.0/contoso.com/Production/api/v2.0";
    private const string Sales = "https://contoso.crm4.dynamics.com";

    private readonly TemporaryFolder folder = new();
    private readonly HeardObserver observer = new();
    private SyncWorld systems = null!;

    public async Task InitializeAsync() => systems = await SyncWorld.OpenAsync("cronus", setUp: false);

    public async Task DisposeAsync() => await systems.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Bc + "/", Sales)]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/6d0f1a2b-0000-4c3d-8e4f-506172839401/production/api/v2.0", Sales)]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/Production/api/v2.0", Sales)]
    [InlineData("https://businesscentral.dynamics.com/contoso.com/Production?company=CRONUS", Sales)]
    [InlineData(Bc, Sales + "/api/data/v9.2/")]
    [InlineData(Bc, "https://contoso.api.crm4.dynamics.com/api/data/v9.2/")]
    public async Task Another_spelling_of_the_addresses_leads_to_the_same_state(string bc, string sales)
    {
        await using var first = await OpenAsync(Bc, Sales);

        await using var second = await OpenAsync(bc, sales);

        Assert.Equal((first.Connection.Name, first.Connection.State), (second.Connection.Name, second.Connection.State));
        Assert.Equal(folder.File(first.Connection.Name + ".db"), first.Connection.State);
        Assert.Empty(observer.Warnings);
    }

    [Theory]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/contoso.com/Copy/api/v2.0")]
    [InlineData("https://erp.contoso.com:7048/BC/api/v2.0")]
    public async Task Another_environment_has_a_state_of_its_own(string other)
    {
        await using var first = await OpenAsync(Bc, Sales);

        await using var second = await OpenAsync(other, Sales);

        Assert.NotEqual(first.Connection.State, second.Connection.State);
    }

    [Theory]
    [InlineData(Bc, Sales)]
    [InlineData(Bc + "/", Sales + "/main.aspx")]
    public async Task A_state_that_was_named_after_the_addresses_is_found_again(string bc, string sales)
    {
        var former = folder.File(FormerName());
        await (await OpenAsync(Bc, Sales, former)).DisposeAsync();

        await using var session = await OpenAsync(bc, sales);

        Assert.Equal(former, session.Connection.State);
        Assert.Empty(observer.Warnings);
    }

    [Fact]
    public async Task Of_two_states_the_one_named_after_the_addresses_is_kept_and_the_other_is_told_of()
    {
        var (former, other) = (folder.File(FormerName()), folder.File("contoso.crm4.dynamics.com-000000000000.db"));
        await (await OpenAsync(Bc, Sales, former)).DisposeAsync();
        await (await OpenAsync(Bc, Sales, other)).DisposeAsync();

        await using var session = await OpenAsync(Bc, Sales);

        Assert.Equal(former, session.Connection.State);
        Assert.Contains(other, Assert.Single(observer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_no_states_are_passed_over()
    {
        await File.WriteAllTextAsync(folder.File("notes.db"), "not a database");

        await using var session = await OpenAsync(Bc, Sales);

        Assert.NotEqual(folder.File("notes.db"), session.Connection.State);
    }

    private string FormerName()
    {
        var text = $"{Bc}|{systems.Session.Connection.CompanyId:D}|{Sales}/api/data/v9.2".ToUpperInvariant();
        return $"contoso.crm4.dynamics.com-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}.db".ToLowerInvariant();
    }

    private Task<ISyncSession> OpenAsync(string bc, string sales, string? state = null) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings
        {
            BusinessCentralUrl = new Uri(bc),
            SalesUrl = new Uri(sales),
            StatePath = state,
            TokenSource = (_, _) => Task.FromResult(new NetworkCredential(string.Empty, "x").SecurePassword),
        },
        observer,
        new SessionGround
        {
            Clock = systems.Clock,
            Network = new ForwardingHandler(systems.Through(Simulated), SimulatedInsideAsync),
            StateFolder = folder.File(string.Empty),
        },
        default);

    private static Uri Simulated(Uri address) =>
        Behind("/api/v2.0/", SandboxOptions.BusinessCentralAddress, address)
        ?? Behind("/sync/v1.0/", SandboxOptions.CompanionAddress, address)
        ?? Behind("/api/data/v9.2/", SandboxOptions.SalesAddress, address)
        ?? address;

    // A batch names what it carries by the path at the organisation.
    private static async Task SimulatedInsideAsync(HttpRequestMessage request)
    {
        if (request.Content is not { Headers.ContentType: { } type } content
            || !request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            return;
        var text = (await content.ReadAsStringAsync()).Replace(" /api/data/", " /sales/api/data/", StringComparison.Ordinal);
        request.Content = new StringContent(text) { Headers = { ContentType = type } };
    }

    private static Uri? Behind(string root, Uri simulated, Uri address) =>
        address.AbsolutePath.Split(root) is [_, var rest] ? new Uri(simulated, rest + address.Query) : null;
}
