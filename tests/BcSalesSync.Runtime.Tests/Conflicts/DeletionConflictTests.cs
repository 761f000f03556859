using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Conflicts;

public sealed class DeletionConflictTests
{
    [Theory]
    [InlineData(SyncDirection.Both)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "CFL-135")]
    public async Task Remove_coupling_leaves_the_survivor_alone(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER", Direction = direction, SyncOnlyCoupled = true, DeletionConflict = DeletionConflictPolicy.RemoveCoupling,
        });
        await pair.DeleteInBcAsync();

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal("Uncoupled=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.Equal("Adatum Corporation", await pair.SalesAsync("name"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "CFL-138")]
    public async Task Restore_records_creates_the_deleted_one_anew(bool onlyCoupled)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER", SyncOnlyCoupled = onlyCoupled, DeletionConflict = DeletionConflictPolicy.RestoreRecord,
        });
        await pair.DeleteInBcAsync();

        var result = await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        var customer = Assert.Single(await world.Desk.RowsAsync("bc", "customers"), row => row["displayName"]!.ToString() == "Adatum Corporation");
        Assert.Equal("C100001", customer["number"]!.ToString());
        var coupling = Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
        Assert.Equal((customer["id"]!.GetValue<Guid>(), pair.SalesId, false), (coupling.BcId, coupling.SalesId, coupling.Skipped));
    }

    [Fact]
    [Trait("Scenario", "CFL-144")]
    public async Task Without_a_rule_the_survivor_fails_and_is_skipped_the_second_time()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.DeleteInBcAsync();

        var first = await pair.SyncAsync(SyncDirection.ToBusinessCentral);
        Assert.Equal("BcSync.Record.CounterpartDeleted", first.Error?.ErrorId);
        Assert.StartsWith(
            $"Decide with Repair-BcCoupling -Mapping CUSTOMER -BcId {pair.BcId} -Resolution RestoreRecord or RemoveCoupling;",
            first.Error!.RecommendedAction,
            StringComparison.Ordinal);
        Assert.Equal("Failed=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal("Skipped=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.True((await pair.CouplingAsync()).Skipped);
    }

    [Theory]
    [InlineData(DeletionConflictPolicy.RemoveCoupling)]
    [InlineData(DeletionConflictPolicy.RestoreRecord)]
    public async Task A_run_notices_a_deletion_in_Business_Central_by_itself(DeletionConflictPolicy rule)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = rule });
        await pair.DeleteInBcAsync();

        await world.RunAsync("CUSTOMER");

        Assert.Null(await pair.FindCouplingAsync());
        Assert.Equal(
            rule is DeletionConflictPolicy.RestoreRecord ? 1 : 0,
            (await world.Desk.RowsAsync("bc", "customers")).Count(row => row["displayName"]!.ToString() == "Adatum Corporation"));
    }
}
