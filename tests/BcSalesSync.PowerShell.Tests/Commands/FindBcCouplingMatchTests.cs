using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class FindBcCouplingMatchTests
{
    [Fact]
    public void Proposals_and_errors_come_as_they_are_found()
    {
        var proposal = Proposal(MatchOutcome.Matched);
        var session = new FakeSession { Matches = [new() { Value = proposal }, new() { Error = Samples.Error(id: "BcSync.Match.RecordNotFound") }] };

        var run = Connected(session).Invoke(new FindBcCouplingMatchCommand { Mapping = ["CUSTOMER"] });

        Assert.Same(proposal, Assert.Single(run.Streams.Outputs));
        Assert.Equal("BcSync.Match.RecordNotFound", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Changes);
    }

    [Fact]
    public void What_is_asked_for_reaches_the_search()
    {
        var run = Connected();
        run.Streams.Switches.Add("IncludeUnmatchedSales");

        run.Invoke(new FindBcCouplingMatchCommand
        {
            Mapping = ["CUSTOMER"], BcNo = ["C1*", " C20000 "], UseField = ["displayName", "phoneNumber"], CaseSensitive = true,
        });

        var request = Assert.Single(Requests(run));
        Assert.Equal(["C1*", "C20000"], request.BcNos);
        Assert.Equal(["displayName", "phoneNumber"], request.Fields);
        Assert.Equal((true, true), (request.CaseSensitive, request.IncludeUnmatchedSales));
    }

    [Fact]
    public void Rows_of_the_pipeline_make_one_search_a_mapping()
    {
        var run = Connected().InvokeRows(
            new FindBcCouplingMatchCommand(),
            Row(("Mapping", "CUSTOMER"), ("No", "C1")), Row(("Mapping", "CONTACT"), ("No", "CT1")), Row(("Mapping", "customer"), ("No", "C2")));

        Assert.Equal(["CUSTOMER C1 C2", "CONTACT CT1"], Requests(run).Select(request => $"{request.Mapping} {string.Join(' ', request.BcNos)}"));
    }

    [Fact]
    public void A_row_without_number_asks_for_the_whole_mapping()
    {
        var run = Connected().InvokeRows(
            new FindBcCouplingMatchCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1")), Row(("Mapping", "CUSTOMER"), ("BcNo", "")));

        Assert.Empty(Assert.Single(Requests(run)).BcNos);
    }

    [Theory]
    [InlineData(MatchOutcome.NoMatch, "BcSync.Match.NoMatch")]
    [InlineData(MatchOutcome.Ambiguous, "BcSync.Match.Ambiguous")]
    [InlineData(MatchOutcome.Taken, "BcSync.Match.Taken")]
    public void A_proposal_that_is_not_certain_is_refused_as_a_row_of_its_own(MatchOutcome outcome, string id)
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(), RowOf(outcome, "C1", Samples.Id2), RowOf(MatchOutcome.Matched, "C2", Samples.Id2));

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal(id, error.Id);
        Assert.Contains("In row 1: CUSTOMER C1", error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal("C2", Assert.Single(Coupled(run)).Records.BcNo);
    }

    [Fact]
    public void A_proposal_that_is_coupled_already_is_passed_over_without_an_error()
    {
        var run = Connected().InvokeRows(new NewBcCouplingCommand(), RowOf(MatchOutcome.AlreadyCoupled, "C1", Samples.Id2));

        Assert.Empty(run.Streams.Errors);
        Assert.Empty(run.Session.Calls);
        Assert.Contains(run.Streams.Written, written => written.Stream == "Verbose");
    }

    [Fact]
    public void With_a_side_to_create_on_matched_proposals_are_coupled_and_those_without_match_created()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand { CreateIn = SystemSide.Sales },
            RowOf(MatchOutcome.Matched, "C1", Samples.Id2), RowOf(MatchOutcome.NoMatch, "C2", null), RowOf(MatchOutcome.Ambiguous, "C3", null));

        Assert.Equal([("C1", null), ("C2", SystemSide.Sales)], Coupled(run).Select(request => (request.Records.BcNo, request.CreateIn)));
        Assert.Equal("BcSync.Match.Ambiguous", Assert.Single(run.Streams.Errors).Id);
    }

    [Fact]
    public void A_row_of_Sales_without_partner_can_be_created_in_Business_Central()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand { CreateIn = SystemSide.BusinessCentral }, RowOf(MatchOutcome.NoMatch, null, Samples.Id2));

        var request = Assert.Single(Coupled(run));
        Assert.Equal((SystemSide.BusinessCentral, Samples.Id2), (request.CreateIn, request.Records.SalesId));
    }

    private static Dictionary<string, string> RowOf(MatchOutcome outcome, string? number, Guid? salesId) => Row(
        ("Mapping", "CUSTOMER"), ("BcNo", number ?? ""), ("SalesId", salesId?.ToString() ?? ""), ("Outcome", outcome.ToString()));

    private static BcCouplingMatch Proposal(MatchOutcome outcome) =>
        new() { Mapping = "CUSTOMER", BcId = Samples.Id1, BcNo = "C1", Outcome = outcome, SalesId = Samples.Id2, Reason = "It fits." };

    private static MatchRequest[] Requests(CommandRun run) => [.. run.Session.Calls
        .Where(c => c.Member == nameof(ISyncSession.FindMatchesAsync)).Select(c => (MatchRequest)c.Argument!)];

    private static CouplingRequest[] Coupled(CommandRun run) => [.. run.Session.Calls
        .Where(c => c.Member == nameof(ISyncSession.CoupleAsync)).SelectMany(c => (IReadOnlyList<CouplingRequest>)c.Argument!)];
}
