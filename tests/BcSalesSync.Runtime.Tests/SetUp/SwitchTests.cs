using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.SetUp;

public sealed class SwitchTests
{
    [Fact]
    public async Task Turning_a_switch_takes_the_mapping_away_that_no_longer_belongs_and_keeps_its_couplings_for_later()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.CreatedAsync("SALESPEOPLE", new RecordSelector { SalesName = "Peter Saddow" }, SystemSide.BusinessCentral);

        var effect = await world.Session.SetSetupAsync(new SetupChange { OwnershipModel = OwnershipModel.Team }, default);

        Assert.Equal(["SALESPEOPLE"], effect.Removed);
        Assert.Equal(0, effect.CouplingsRemoved);
        Assert.DoesNotContain("SALESPEOPLE", await NamesAsync(world));
        var back = await world.Session.SetSetupAsync(new SetupChange { OwnershipModel = OwnershipModel.Person }, default);
        Assert.Equal(["SALESPEOPLE"], back.Added);
        Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "SALESPEOPLE" }, default).ToListAsync());
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        await using var world = await SyncWorld.OpenAsync();

        var effect = await world.Session.PreviewSetupAsync(new SetupChange { OwnershipModel = OwnershipModel.Team }, default);

        Assert.Equal(["SALESPEOPLE"], effect.Removed);
        Assert.Equal(OwnershipModel.Person, (await world.Session.GetSetupAsync(default)).OwnershipModel);
        Assert.Contains("SALESPEOPLE", await NamesAsync(world));
    }

    [Fact]
    public async Task Predecessors_that_are_not_set_up_are_not_shown()
    {
        await using var world = await SyncWorld.OpenAsync(ownership: OwnershipModel.Team);

        var customer = Assert.Single(await world.Session.GetTableMappingsAsync("CUSTOMER", default).ToListAsync());

        Assert.DoesNotContain("SALESPEOPLE", customer.DependsOn);
        Assert.Contains("CURRENCY", customer.DependsOn);
    }

    [Fact]
    public async Task A_mapping_that_the_switches_do_not_want_is_refused_with_the_command_that_turns_them()
    {
        await using var world = await SyncWorld.OpenAsync(ownership: OwnershipModel.Team);

        var refused = await Assert.ThrowsAsync<SyncException>(async () => await world.Session
            .InitializeAsync(new InitializeRequest { Mappings = ["salespeople"] }, world.Observer, default).CountAsync());

        Assert.Equal("BcSync.Setup.SwitchedOff", refused.Error.ErrorId);
        Assert.Contains("Set-BcSyncSetup -OwnershipModel Person", refused.Error.RecommendedAction, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(SyncWorld world) =>
        [.. (await world.Session.GetTableMappingsAsync(null, default).ToListAsync()).Select(mapping => mapping.Name)];
}
