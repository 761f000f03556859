using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Documents;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

/// <summary>Account statistics and the stock of items.</summary>
public sealed class FigureCommandsTests
{
    [Fact]
    public void Customers_of_the_pipeline_travel_together_and_each_has_its_result()
    {
        var run = Connected(Session()).InvokeRows(new UpdateBcAccountStatisticsCommand(), Row(("CustomerNo", "C1")), Row(("BcId", Samples.Id1.ToString())));

        var request = (StatisticsRequest)Assert.Single(run.Session.Calls).Argument!;
        Assert.Equal(["C1"], request.BcNos);
        Assert.Equal([Samples.Id1], request.BcIds);
        Assert.IsType<BcStatisticsResult>(Assert.Single(run.Streams.Outputs));
    }

    [Fact]
    public void Without_a_name_it_is_all_customers_and_items_that_moved()
    {
        var run = Connected(Session()).Invoke(new UpdateBcAccountStatisticsCommand()).Invoke(new UpdateBcItemAvailabilityCommand());

        Assert.Equal(
            [false, false],
            run.Session.Calls.Select(call => call.Argument is StatisticsRequest statistics ? statistics.Names : ((AvailabilityRequest)call.Argument!).Names));
    }

    [Fact]
    public void A_row_that_names_nobody_is_an_error_and_not_everybody()
    {
        var run = Connected(Session())
            .InvokeRows(new UpdateBcAccountStatisticsCommand(), Row(("BcNo", " ")))
            .InvokeRows(new UpdateBcItemAvailabilityCommand(), Row(("BcNo", " ")));

        Assert.Equal(2, run.Streams.Errors.Count);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void A_customer_that_fails_is_a_result_and_an_error()
    {
        var session = Session();
        session.Answer<StatisticsRequest, BcStatisticsResult>(
            nameof(IDocumentService.UpdateStatisticsAsync),
            _ => [Statistics() with { Action = SyncAction.Failed, Error = Samples.Error(id: "BcSync.Statistics.AccountNotFound") }]);

        var run = Connected(session).Invoke(new UpdateBcAccountStatisticsCommand { BcNo = ["C1"] });

        Assert.Single(run.Streams.Outputs);
        Assert.Equal("BcSync.Statistics.AccountNotFound", Assert.Single(run.Streams.Errors).Id);
    }

    [Fact]
    public void A_row_whose_item_is_not_there_is_the_target_of_its_error()
    {
        var session = Session();
        session.Answer<AvailabilityRequest, BcSyncResult>(
            nameof(IDocumentService.UpdateAvailabilityAsync),
            _ => [Samples.Result("NOPE") with { BcId = null, Action = SyncAction.Failed, Error = Samples.Error(id: "BcSync.Item.NotFound") }]);
        var row = Row(("BcNo", "NOPE"));

        var run = Connected(session).InvokeRows(new UpdateBcItemAvailabilityCommand(), row);

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal("BcSync.Item.NotFound", error.Id);
        Assert.IsType<System.Management.Automation.PSObject>(error.Target);
    }

    [Fact]
    public void WhatIf_says_whom_it_concerns_and_sends_nothing()
    {
        var run = Connected(Session(), whatIf: true)
            .Invoke(new UpdateBcAccountStatisticsCommand { BcNo = ["C1"] }).Invoke(new UpdateBcItemAvailabilityCommand());

        Assert.Equal(["Customer C1", "Items whose stock moved"], run.Streams.Confirmed.Select(asked => asked.Target));
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void Items_of_the_pipeline_travel_together()
    {
        var run = Connected(Session()).InvokeRows(new UpdateBcItemAvailabilityCommand(), Row(("ItemNo", "1000")), Row(("BcNo", "1001")));

        Assert.Equal(["1000", "1001"], ((AvailabilityRequest)Assert.Single(run.Session.Calls).Argument!).BcNos);
        Assert.IsType<BcSyncResult>(Assert.Single(run.Streams.Outputs));
    }

    private static FakeSession Session()
    {
        var session = new FakeSession();
        session.Answer<StatisticsRequest, BcStatisticsResult>(nameof(IDocumentService.UpdateStatisticsAsync), _ => [Statistics()]);
        session.Answer<AvailabilityRequest, BcSyncResult>(nameof(IDocumentService.UpdateAvailabilityAsync), _ => [Samples.Result("1000")]);
        return session;
    }

    private static BcStatisticsResult Statistics() => new() { BcNo = "C1", Action = SyncAction.Updated, RunId = Samples.Id1 };
}
