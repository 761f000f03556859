using System.Collections;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Completers;

public sealed class RecordCompleterTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Numbers_of_coupled_records_of_the_mapping_come_before_those_of_failures()
    {
        var session = new FakeSession { Errors = [Samples.Error() with { BcNo = "C9", Mapping = "CUSTOMER" }] };

        var offers = Ask(session, "Get-BcCoupling", "BcNo", "C", new Hashtable { ["Mapping"] = new object[] { "CUSTOMER" } });

        Assert.Equal(["C*", "C9"], offers.Select(offer => offer.Text));
        var asked = (CouplingQuery)session.Calls[0].Argument!;
        Assert.Equal(("CUSTOMER", "C*", null), (asked.Mapping, asked.Records!.BcNo, asked.Records.SalesName));
    }

    [Fact]
    public void Names_are_those_of_Sales()
    {
        var session = new FakeSession();

        Ask(session, "Get-BcCoupling", "SalesName", "Tr");

        Assert.Equal("Tr*", ((CouplingQuery)session.Calls[0].Argument!).Records!.SalesName);
    }

    [Fact]
    public void A_command_that_couples_is_offered_records_without_a_partner_only()
    {
        var session = new FakeSession
        {
            OnCouplings = _ => [Samples.Coupling("C1")],
            Errors = [Samples.Error() with { BcNo = "C1" }, Samples.Error() with { BcNo = "C9" }],
        };

        Assert.Equal(["C9"], Ask(session, "New-BcCoupling", "BcNo", "").Select(offer => offer.Text));
    }

    [Fact]
    public void A_document_that_failed_is_offered_with_what_is_wrong_with_it()
    {
        var session = new FakeSession { Errors = [Samples.Error() with { SalesName = "ORD-1", Message = "No coupled item." }] };

        var offer = Assert.Single(Ask(session, new DocumentCompleter { Patience = Long }, "Import-BcSalesOrder", "Number", ""));

        Assert.Equal(("ORD-1", "No coupled item."), (offer.Text, offer.Tip));
        Assert.Equal("SALESORDER-ORDER", ((ErrorQuery)session.Calls.Single().Argument!).Mapping);
    }

    [Theory]
    [InlineData("Update-BcAccountStatistics", "CUSTOMER")]
    [InlineData("Update-BcItemAvailability", "ITEM-PRODUCT")]
    [InlineData("Publish-BcSalesInvoice", "POSTEDSALESINV-INV")]
    public void A_command_about_one_kind_is_offered_that_kind(string command, string mapping)
    {
        var session = new FakeSession();

        Ask(session, new MappedNumberCompleter { Patience = Long }, command, "BcNo", "");

        Assert.Equal(mapping, ((CouplingQuery)session.Calls[0].Argument!).Mapping);
    }

    [Fact]
    public void Jobs_are_told_apart_by_what_they_did()
    {
        var job = new BcSyncJob
        {
            Id = Samples.Id1, RunId = Samples.Id2, Type = SyncJobType.Coupling, Mapping = "VENDOR", Direction = SyncDirection.ToSales,
            Started = DateTimeOffset.UnixEpoch, Status = SyncJobStatus.Success,
        };
        var session = new FakeSession { Jobs = [job] };

        var offer = Assert.Single(Ask(session, new JobIdCompleter { Patience = Long }, "Get-BcSyncJob", "Id", ""));

        Assert.Equal(Samples.Id1.ToString(), offer.Text);
        Assert.Contains("Coupling VENDOR", offer.Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Companies_are_those_of_open_connections_and_profiles()
    {
        var profiles = new FakeProfiles(Commands.SignInTests.Profile with { Company = "Fabrikam" });
        var offers = new List<string>();

        await foreach (var offer in CompanyCompleter.SuggestAsync([Samples.Connection()], () => profiles, CancellationToken.None))
            offers.Add(offer.Text);

        Assert.Equal([Samples.Connection().Company, "Fabrikam"], offers);
    }

    private static IReadOnlyList<Suggestion> Ask(FakeSession session, string command, string parameter, string word, Hashtable? given = null) =>
        Ask(session, new RecordCompleter { Patience = Long }, command, parameter, word, given);

    private static IReadOnlyList<Suggestion> Ask(
        FakeSession session, NameCompleter completer, string command, string parameter, string word, Hashtable? given = null) =>
        completer.SuggestionsFor(session, new CompletionQuestion(command, parameter, word, given ?? []));
}
