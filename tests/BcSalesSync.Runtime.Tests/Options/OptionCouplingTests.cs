using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Options;

public sealed class OptionCouplingTests
{
    [Fact]
    [Trait("Scenario", "CUS-112")]
    public async Task A_choice_beyond_the_standard_ones_becomes_the_agent_it_is_coupled_to()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        await world.AddCodeAsync("shippingAgents", "TEST", "Test Agent");
        var option = (await world.CoupleAsync("SHIPPING AGENT", new RecordSelector { BcNo = "TEST" }, createIn: SystemSide.Sales)).Value!;
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("address1_shippingmethodcode", 100_000_000));

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal("TEST", option.SalesName);
        Assert.Equal("TEST", await pair.BcAsync("shippingAgentCode"));
    }

    [Fact]
    public async Task A_code_becomes_the_choice_it_is_coupled_to_whatever_its_label()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AddCodeAsync("shippingAgents", "OWN", "Own Logistics");
        await world.CoupledAsync("SHIPPING AGENT", new RecordSelector { BcNo = "OWN", SalesName = "Airborne" });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("shippingAgentCode", "OWN"));

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("1", await pair.SalesAsync("address1_shippingmethodcode"));
    }

    [Fact]
    public async Task A_code_without_a_partner_fails_the_customer_until_it_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AddCodeAsync("shippingAgents", "OWN", "Own Logistics");
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("shippingAgentCode", "OWN"));
        var failed = await pair.SyncAsync(SyncDirection.ToSales);

        await world.CoupledAsync("SHIPPING AGENT", new RecordSelector { BcNo = "OWN", SalesName = "Airborne" });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal(("BcSync.Record.OptionNotMapped", FailureClass.DependencyMissing), (failed.Error!.ErrorId, failed.Error.Class));
        Assert.Contains("New-BcCoupling -Mapping 'SHIPPING AGENT' -BcNo 'OWN'", failed.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("1", await pair.SalesAsync("address1_shippingmethodcode"));
    }

    [Fact]
    public async Task An_option_of_equal_label_that_another_code_is_coupled_to_is_not_taken()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CoupledAsync("SHIPPING AGENT", new RecordSelector { BcNo = "UPS", SalesName = "Will Call" });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("shippingAgentCode", "WILLCALL"));

        var result = await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("BcSync.Record.OptionNotMapped", result.Error?.ErrorId);
    }

    [Fact]
    public async Task An_option_is_coupled_to_one_code_only()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CoupledAsync("PAYMENT TERMS", new RecordSelector { BcNo = "NET30", SalesName = "Net 30" });

        var second = await world.CoupleAsync("PAYMENT TERMS", new RecordSelector { BcNo = "NET45", SalesName = "Net 30" });

        Assert.NotNull(second.Error);
        Assert.Single(await world.CouplingsAsync("PAYMENT TERMS"));
    }
}
