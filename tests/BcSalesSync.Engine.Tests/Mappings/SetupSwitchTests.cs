using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class SetupSwitchTests
{
    [Fact]
    public void A_mapping_that_the_switches_no_longer_want_goes_and_the_others_stay()
    {
        var mappings = DefaultMappings.For(MappingSamples.Person);

        var plan = SetupSwitch.Between(mappings, MappingSamples.Person, MappingSamples.Team);

        Assert.Equal(["SALESPEOPLE"], plan.Removed.Select(mapping => mapping.Name));
        Assert.Empty(plan.Added);
    }

    [Fact]
    public void A_mapping_that_the_switches_now_want_comes()
    {
        var mappings = DefaultMappings.For(MappingSamples.Team);

        var plan = SetupSwitch.Between(mappings, MappingSamples.Team, MappingSamples.Person);

        Assert.Equal(["SALESPEOPLE"], plan.Added.Select(mapping => mapping.Name));
        Assert.Empty(plan.Removed);
    }

    [Fact]
    public void A_mapping_that_was_wanted_before_and_not_set_up_does_not_come() =>
        Assert.Empty(SetupSwitch.Between([MappingSamples.Default("CUSTOMER")], MappingSamples.Person, MappingSamples.Person).Added);

    [Fact]
    public void Before_anything_is_set_up_switches_bring_no_mappings() =>
        Assert.Empty(SetupSwitch.Between([], MappingSamples.Team, MappingSamples.Person).Added);

    [Fact]
    public void What_is_not_given_stays_and_an_empty_number_takes_the_write_in_product_away()
    {
        var before = MappingSamples.Team with { ExtendedPricing = true, WriteInProductNo = "X1" };

        var after = SetupSwitch.Apply(before, new SetupChange { UnitGroupMapping = true, WriteInProductNo = " " });

        Assert.Equal(before with { UnitGroupMapping = true, WriteInProductNo = null }, after);
    }

    [Fact]
    public void A_default_name_stands_once_however_the_switches_are_turned() => Assert.All(Setups(), setup =>
    {
        var names = DefaultMappings.For(setup).Select(mapping => mapping.Name).ToArray();
        Assert.Equal(names.Distinct(), names);
    });

    [Fact]
    public void The_command_of_a_condition_turns_the_switches_so() => Assert.Equal(
        "Set-BcSyncSetup -UnitGroupMapping $true -ExtendedPricing $false",
        new MappingCondition { UnitGroups = true, ExtendedPricing = false }.ToCommand());

    private static IEnumerable<BcSyncSetup> Setups() =>
        from ownership in Enum.GetValues<OwnershipModel>()
        from orders in Enum.GetValues<SalesOrderIntegration>()
        from groups in new[] { false, true }
        from pricing in new[] { false, true }
        select new BcSyncSetup
        {
            OwnershipModel = ownership,
            SalesOrderIntegration = orders,
            UnitGroupMapping = groups,
            ExtendedPricing = pricing,
        };
}
