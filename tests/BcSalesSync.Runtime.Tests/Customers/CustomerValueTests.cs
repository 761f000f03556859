using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Customers;

public sealed class CustomerValueTests
{
    [Fact]
    [Trait("Scenario", "CUS-101")]
    public async Task A_renamed_customer_renames_its_account()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("displayName", "Noon Ame"));

        var result = await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(SyncAction.Updated, result.Action);
        Assert.Equal("Noon Ame", await pair.SalesAsync("name"));
    }

    [Fact]
    [Trait("Scenario", "CUS-105")]
    public async Task A_pair_that_differs_from_the_start_is_no_conflict_when_a_side_is_chosen()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");

        var result = await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal((SyncAction.Updated, null), (result.Action, result.Error));
        Assert.Equal("Adatum Corporation", await pair.SalesAsync("name"));
    }

    [Fact]
    [Trait("Scenario", "CUS-111")]
    public async Task A_shipping_agent_becomes_the_choice_of_that_label()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("shippingAgentCode", "WILLCALL"));

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("7", await pair.SalesAsync("address1_shippingmethodcode"));
    }

    [Fact]
    public async Task A_choice_becomes_the_shipping_agent_of_that_name()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("address1_shippingmethodcode", 7));

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal("WILLCALL", await pair.BcAsync("shippingAgentCode"));
    }

    [Fact]
    [Trait("Scenario", "CUS-137")]
    public async Task Another_salesperson_means_another_owner()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        await pair.EditBcAsync(("salespersonCode", "LT"));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        var owner = await world.SalesIdAsync("SALESPEOPLE", "fullname", "Linda Turner");
        Assert.Equal(owner.ToString("D"), await pair.SalesAsync("ownerid"));
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Equal("", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
    }

    [Fact]
    public async Task A_name_cut_for_Business_Central_does_not_come_back_and_cut_the_account()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        var name = new string('A', 60) + new string('B', 60);
        await pair.EditSalesAsync(("name", name));
        await world.RunAsync("CUSTOMER");
        await pair.EditBcAsync(("city", "Ely"));

        await world.RunAsync("CUSTOMER");
        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(name[..100], await pair.BcAsync("displayName"));
        Assert.Equal((name, "Ely"), (await pair.SalesAsync("name"), await pair.SalesAsync("address1_city")));
    }
}
