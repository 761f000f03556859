using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class SetBcSyncSetupTests
{
    [Fact]
    public void WhatIf_says_which_mappings_come_and_go()
    {
        var session = new FakeSession();
        session.Effect = session.Effect with { Added = ["UNIT GROUP", "ITEM UOM"], Removed = ["UNIT OF MEASURE"], CouplingsRemoved = 12 };

        var run = CommandRun.Connected(session, whatIf: true).Invoke(new SetBcSyncSetupCommand { UnitGroupMapping = true });

        Assert.Contains(
            "add UNIT GROUP, ITEM UOM; remove UNIT OF MEASURE; remove couplings of these: 12",
            Assert.Single(run.Streams.Confirmed).Action, StringComparison.Ordinal);
        Assert.Empty(run.Session.Changes);
    }

    [Fact]
    [Trait("Scenario", "SET-127")]
    public void WhatIf_says_which_switches_go_off_with_the_one_that_is_turned()
    {
        var session = new FakeSession();
        session.Effect = session.Effect with { TurnedOff = ["AutoCreateSalesOrders"] };

        var run = CommandRun.Connected(session, whatIf: true)
            .Invoke(new SetBcSyncSetupCommand { SalesOrderIntegration = SalesOrderIntegration.None });

        Assert.Contains("turn off AutoCreateSalesOrders", Assert.Single(run.Streams.Confirmed).Action, StringComparison.Ordinal);
    }

    [Fact]
    public void The_switches_that_are_given_reach_the_session_and_the_new_ones_come_back()
    {
        var run = CommandRun.Connected(new FakeSession())
            .Invoke(new SetBcSyncSetupCommand
            {
                ExtendedPricing = true, WriteInProductNo = string.Empty, AutoCreateSalesOrders = false, AutoProcessQuotes = true, ItemAvailability = true,
            });

        var change = (SetupChange)run.Session.Calls.Single(call => call.Member == nameof(ISyncSession.SetSetupAsync)).Argument!;
        var expected = new SetupChange
        {
            ExtendedPricing = true, WriteInProductNo = string.Empty, AutoCreateSalesOrders = false, AutoProcessQuotes = true, ItemAvailability = true,
        };
        Assert.Equal(expected, change);
        Assert.IsType<BcSyncSetup>(Assert.Single(run.Streams.Outputs));
    }
}
