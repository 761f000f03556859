using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class InitialSyncTests
{
    [Fact]
    [Trait("Scenario", "CPL-143")]
    public async Task A_new_counterpart_is_filled_at_once_and_a_pair_that_is_coupled_already_is_left_alone()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var coupled = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Trey Research" });

        var created = await world.CreatedAsync("CUSTOMER", new RecordSelector { BcNo = "C10000" }, SystemSide.Sales);
        var again = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcId = coupled.BcId, SalesId = coupled.SalesId });

        Assert.Equal(SyncOutcome.Success, created.ToSalesResult);
        Assert.True(again.Unchanged);
        Assert.Equal((SyncOutcome.None, null), (again.Value!.ToSalesResult, again.Value.LastSynchronized));
        Assert.Equal(SyncDirection.ToSales, Assert.Single(await world.JobsAsync("CUSTOMER")).Direction);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "CPL-145")]
    public async Task Creating_in_Sales_pushes_to_Sales_whatever_target_and_direction_were_given_before(SyncDirection? sync)
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();

        var created = await world.CoupleAsync(
            "CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Northwind Traders" }, sync, SystemSide.Sales);

        Assert.Equal((SyncOutcome.Success, SyncOutcome.None), (created.Value!.ToSalesResult, created.Value.ToBusinessCentralResult));
        Assert.Equal("Adatum Corporation", created.Value.SalesName);
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Northwind Traders" });
    }

    [Theory]
    [InlineData(null, "Adatum Corporation", "Northwind Traders")]
    [InlineData(SyncDirection.ToSales, "Adatum Corporation", "Adatum Corporation")]
    [InlineData(SyncDirection.ToBusinessCentral, "Northwind Traders", "Northwind Traders")]
    [Trait("Scenario", "CPL-145")]
    public async Task Without_creating_the_direction_is_the_one_that_was_asked_for(SyncDirection? sync, string customer, string account)
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();

        var coupling = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Northwind Traders" }, sync);

        Assert.Equal(customer, (await world.Desk.RowAsync("bc", "customers", coupling.BcId))!["displayName"]!.ToString());
        Assert.Equal(account, (await world.Desk.RowAsync("sales", "accounts", coupling.SalesId))!["name"]!.ToString());
    }
}
