using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.SetUp;

/// <summary>Where a connection's set-up is kept, and what it takes to be without one.</summary>
public sealed class SetUpStateTests : IDisposable
{
    private static readonly string[] Customers = ["C10000", "C20000", "C30000", "C40000", "C50000"];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_mappings_say_whether_integration_is_on_and_not_the_open_session()
    {
        await using var world = await SyncWorld.OpenAsync(statePath: State, setUp: false);
        Assert.Equal(CheckStatus.Failed, (await MappingsCheckAsync(world)).Status);

        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        Assert.Equal(CheckStatus.Passed, (await MappingsCheckAsync(world)).Status);
        var names = await world.Session.GetTableMappingsAsync(null, default).Select(mapping => mapping.Name).ToListAsync();
        foreach (var name in names)
            await world.ChangeAsync(new TableMappingChange { Name = name, Enabled = false });
        await world.ReconnectAsync(State);

        var off = await MappingsCheckAsync(world);
        Assert.Equal(CheckStatus.Warning, off.Status);
        Assert.Contains("-Enabled $true", off.RecommendedAction, StringComparison.Ordinal);
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Enabled = true });
        Assert.Contains("1 of them", (await MappingsCheckAsync(world)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_session_only_reads()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", setUp: false);
        await world.Desk.ResetRequestsAsync();

        await world.ReconnectAsync(statePath: null);

        Assert.All(
            (await world.Desk.RequestsAsync()).Where(request => request.Set != "$batch"), request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    [Trait("Scenario", "SET-104")]
    public async Task A_connection_without_set_up_can_be_tested()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", setUp: false);

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.All(["Business Central", "Sales"], name => Assert.Equal(CheckStatus.Passed, checks.Single(check => check.Check == name).Status));
    }

    [Fact]
    public async Task A_copy_begins_without_couplings_and_set_up_and_leaves_those_of_the_original()
    {
        await using (var original = await OpenCoupledAsync())
            Assert.Equal(Customers.Length, (await original.CouplingsAsync("CUSTOMER")).Count);

        await using var copy = await SyncWorld.OpenAsync("cronus", statePath: folder.File("copy.db"), setUp: false);

        var refused = await MappingSteps.RefusedAsync(() => copy.CouplingsAsync("CUSTOMER"));
        Assert.Equal("BcSync.Mapping.NotSetUp", refused.ErrorId);
        await copy.Session.InitializeAsync(new InitializeRequest(), copy.Observer, default).CountAsync();
        Assert.Empty(await copy.CouplingsAsync("CUSTOMER"));
        await using var again = await SyncWorld.OpenAsync("cronus", statePath: State, setUp: false);
        Assert.Equal(Customers.Length, (await again.CouplingsAsync("CUSTOMER")).Count);
    }

    [Fact]
    [Trait("Scenario", "SET-153")]
    public async Task Removing_every_mapping_with_its_couplings_leaves_no_coupling_and_no_set_up()
    {
        await using var world = await OpenCoupledAsync();
        var accounts = (await world.Desk.RowsAsync("sales", "accounts")).Count;

        var names = await world.Session.GetTableMappingsAsync(null, default).Select(mapping => mapping.Name).ToListAsync();
        foreach (var name in names)
            await world.Session.MappingEditor.RemoveTableAsync(name, removeCouplings: true, world.Observer, default);

        Assert.Equal("BcSync.Mapping.NotSetUp", (await MappingSteps.RefusedAsync(() => world.CouplingsAsync("CUSTOMER"))).ErrorId);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        Assert.Empty(await world.CouplingsAsync("CUSTOMER"));
        Assert.Equal(accounts, (await world.Desk.RowsAsync("sales", "accounts")).Count);
    }

    public void Dispose() => folder.Dispose();

    private string State => folder.File("state.db");

    private async Task<SyncWorld> OpenCoupledAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus", statePath: State, ownership: OwnershipModel.Team);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CustomersInSalesAsync(Customers);
        return world;
    }

    private static async Task<BcCheck> MappingsCheckAsync(SyncWorld world) =>
        await world.Session.TestAsync(default).SingleAsync(check => check.Check == "Mappings");
}
