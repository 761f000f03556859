using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Documents;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class ImportBcSalesQuoteTests
{
    [Fact]
    public void Without_a_name_all_quotes_that_wait_are_processed()
    {
        var run = Connected(Session(request => [Result("Q-1")])).Invoke(new ImportBcSalesQuoteCommand());

        Assert.False(Assert.Single(Requests(run)).Names);
        Assert.Equal("Q-1", Assert.IsType<BcDocumentResult>(Assert.Single(run.Streams.Outputs)).Number);
    }

    [Fact]
    public void An_empty_pipeline_asks_for_nothing_and_an_empty_number_is_an_error()
    {
        var empty = Connected(Session(_ => [])).InvokeRows(new ImportBcSalesQuoteCommand());
        var blank = Connected(Session(_ => []));
        blank.Streams.Given.Add(nameof(ImportBcSalesQuoteCommand.Number));
        blank.Invoke(new ImportBcSalesQuoteCommand { Number = [""] });

        Assert.Empty(Requests(empty));
        Assert.Empty(empty.Streams.Errors);
        Assert.Empty(Requests(blank));
        Assert.Equal("BcSync.Input.QuoteMissing", Assert.Single(blank.Streams.Errors).Id);
    }

    [Fact]
    public void Rows_of_the_pipeline_travel_together()
    {
        var run = Connected(Session(_ => [])).InvokeRows(
            new ImportBcSalesQuoteCommand(), Row(("Number", "Q-1")), Row(("QuoteId", Samples.Id1.ToString())), Row(("Number", "Q-2")));

        var request = Assert.Single(Requests(run));
        Assert.Equal(["Q-1", "Q-2"], request.Numbers);
        Assert.Equal([Samples.Id1], request.SalesIds);
    }

    [Fact]
    public void A_quote_that_cannot_be_processed_is_a_result_and_an_error_with_its_id()
    {
        var error = Samples.Error(id: "BcSync.Quote.NoOrder");

        var run = Connected(Session(_ => [Result("Q-1") with { Error = error, Action = SyncAction.Failed }, Result("Q-2")]))
            .Invoke(new ImportBcSalesQuoteCommand { Number = ["Q-1", "Q-2"] });

        Assert.Equal(2, run.Streams.Outputs.Count);
        Assert.Equal("BcSync.Quote.NoOrder", Assert.Single(run.Streams.Errors).Id);
    }

    [Fact]
    public void WhatIf_says_what_would_be_done_and_does_nothing()
    {
        var session = Session(_ => [Result("Q-1"), Result("Q-2") with { Action = SyncAction.Unchanged, Message = "Nothing is left to process." }]);

        var run = Connected(session, whatIf: true).Invoke(new ImportBcSalesQuoteCommand());

        Assert.Equal("Quote Q-1", Assert.Single(run.Streams.Confirmed).Target);
        Assert.All(Requests(run), request => Assert.True(request.Preview));
        Assert.Empty(run.Streams.Outputs);
    }

    [Fact]
    public void An_id_that_is_none_is_an_error_and_not_all_quotes()
    {
        var run = Connected(Session(_ => [])).InvokeRows(new ImportBcSalesQuoteCommand(), Row(("SalesId", "17")));

        Assert.Equal("BcSync.Input.InvalidId", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(Requests(run));
    }

    private static FakeSession Session(Func<DocumentRequest, IEnumerable<BcDocumentResult>> answer)
    {
        var session = new FakeSession();
        session.Answer(nameof(IDocumentService.ImportQuotesAsync), answer);
        return session;
    }

    private static List<DocumentRequest> Requests(CommandRun run) => [.. run.Session.Calls.Select(call => call.Argument).OfType<DocumentRequest>()];

    private static BcDocumentResult Result(string number) => new()
    {
        Kind = DocumentKind.Quote, Number = number, SalesId = number == "Q-1" ? Samples.Id1 : Samples.Id2, Action = SyncAction.Created, RunId = Samples.Id2,
    };
}
