using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>What matching proposes before anything is coupled.</summary>
public sealed class MatchProposalTests
{
    [Fact]
    public async Task Every_record_is_reported_with_what_was_found_and_nothing_is_changed()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("Owner", "1"));
        await world.AccountsAsync(("Owned", "1"), ("Fits", "2"), ("Twin A", "3"), ("Twin B", "3"), ("Lonely", "9"));
        await world.CoupleMatchedAsync(await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" }));
        await world.CustomersAsync(("Late", "1"), ("Match", "2"), ("Twin", "3"), ("Nobody", "4"), ("Blank", ""));
        await world.Desk.ResetRequestsAsync();

        var matches = await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" });

        Assert.Equal(
            ["Owner AlreadyCoupled", "Late Taken", "Match Matched", "Twin Ambiguous", "Nobody NoMatch", "Blank NoMatch"],
            matches.Select(match => $"{match.BcName} {match.Outcome}"));
        Assert.Equal(["Owned", "Owned", "Fits", null, null, null], matches.Select(match => match.SalesName));
        var owner = matches[0].BcNo;
        Assert.Equal(owner, Assert.Single(matches[1].Candidates).CoupledTo);
        Assert.Equal($"'Owned' is coupled to {owner}.", matches[1].Reason);
        Assert.Equal("phoneNumber", matches[2].MatchedOn);
        Assert.Equal((2, "2 rows have the same phoneNumber."), (matches[3].CandidateCount, matches[3].Reason));
        Assert.Equal(["Twin A", "Twin B"], matches[3].Candidates.Select(candidate => candidate.SalesName));
        Assert.Equal("The record has no value to match by.", matches[5].Reason);
        Assert.All(await world.Desk.RequestsAsync(), count => Assert.Equal("GET", count.Method));
        Assert.Single(await world.CouplingsAsync("CUSTOMER"));
    }

    [Fact]
    [Trait("Scenario", "MAT-102")]
    public async Task Of_a_selection_only_the_selected_records_are_coupled()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.FivePairsAsync();
        var second = (string)(await world.Desk.FindAsync("bc", "customers", "displayName", "C2"))["number"]!;

        var matches = await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER", BcNos = [second.ToLowerInvariant()] });
        await world.CoupleMatchedAsync(matches, SyncDirection.ToSales);

        Assert.Equal(["C2-C2"], await world.CouplesAsync());
        Assert.Equal(["A1", "A3", "A4", "A5", "C2"], await world.AccountNamesAsync());
    }

    [Fact]
    public async Task Numbers_may_have_wildcards_and_one_that_names_nothing_is_an_error_of_its_own()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.FivePairsAsync();

        var outcomes = await world.Session.FindMatchesAsync(
            new MatchRequest { Mapping = "CUSTOMER", BcNos = ["C*", "NOBODY"] }, world.Observer, default).ToListAsync();

        Assert.Equal(5, outcomes.Count(outcome => outcome.Value is not null));
        var error = Assert.Single(outcomes, outcome => outcome.Error is not null).Error!;
        Assert.Equal(("BcSync.Match.RecordNotFound", "NOBODY"), (error.ErrorId, error.BcNo));
    }

    [Fact]
    public async Task A_selected_record_does_not_get_a_row_that_another_one_looks_for_as_well()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("First", "1"), ("Second", "1"));
        await world.AccountsAsync(("Shared", "1"));
        var numbers = (await world.Desk.RowsAsync("bc", "customers")).ToDictionary(row => (string)row["displayName"]!, row => (string)row["number"]!);

        var match = Assert.Single(await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER", BcNos = [numbers["First"]] }));

        Assert.Equal((MatchOutcome.Ambiguous, "Shared"), (match.Outcome, match.SalesName));
        Assert.Equal($"'Shared' fits {numbers["Second"]} as well.", match.Reason);
    }

    [Fact]
    public async Task Rows_of_Sales_without_partner_are_reported_when_asked_for()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("One", "1"), ("Two", "2"));
        await world.AccountsAsync(("Fits", "1"), ("Twin A", "2"), ("Twin B", "2"), ("Lonely", "9"));

        var request = new MatchRequest { Mapping = "CUSTOMER", IncludeUnmatchedSales = true };

        string[] all = ["One Matched Fits", "Two Ambiguous", "- Ambiguous Twin A", "- Ambiguous Twin B", "- NoMatch Lonely"];
        Assert.Equal(all.Order(), (await world.ProposalsAsync(request)).Order());
        Assert.All((await world.FindAsync(request)).Where(match => match.BcId is null), match => Assert.NotNull(match.SalesId));
    }

    [Fact]
    public async Task Fields_named_for_the_search_replace_the_criteria_and_must_all_be_equal()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "displayName");
        await world.CustomersAsync(("Adatum", "1"), ("Litware", "2"));
        await world.AccountsAsync(("adatum", "1"), ("Litware", "3"));

        Assert.Equal(
            ["Adatum Matched adatum", "Litware NoMatch"],
            await world.ProposalsAsync(new MatchRequest { Mapping = "CUSTOMER", Fields = ["name", "phoneNumber"] }));
        Assert.Equal(
            ["Adatum NoMatch", "Litware NoMatch"],
            await world.ProposalsAsync(new MatchRequest { Mapping = "CUSTOMER", Fields = ["name", "phoneNumber"], CaseSensitive = true }));
    }

    [Fact]
    public async Task A_blank_value_is_left_out_and_the_others_decide()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "displayName");
        await world.CustomersAsync(("Adatum", ""));
        await world.AccountsAsync(("Adatum", "1"));

        Assert.Equal(["Adatum Matched Adatum"],
            await world.ProposalsAsync(new MatchRequest { Mapping = "CUSTOMER", Fields = ["displayName", "phoneNumber"] }));
    }

    [Fact]
    public async Task Records_and_rows_outside_the_filters_take_no_part()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("One", "1"));
        await world.Desk.BcAsync("customers", new { displayName = "Blocked", phoneNumber = "2", blocked = "All" });
        await world.AccountsAsync(("Fits", "1"), ("Two", "2"));
        await world.Desk.SalesAsync("accounts", new { name = "Vendor", telephone1 = "1", customertypecode = 11 });

        Assert.Equal(
            ["One Matched Fits", "- NoMatch Two"],
            await world.ProposalsAsync(new MatchRequest { Mapping = "CUSTOMER", IncludeUnmatchedSales = true }));
    }

    [Fact]
    public async Task A_row_that_another_table_is_coupled_to_is_free()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.CustomersAsync(("One", "1"));
        await world.AccountsAsync(("Both", "1"));
        var account = Assert.Single(await world.Desk.RowsAsync("sales", "accounts"))["accountid"]!.GetValue<Guid>();
        await MatchWorld.CoupleInAnotherFamilyAsync(MatchWorld.StateOf(folder), account);

        Assert.Equal(["One Matched Both"], await world.ProposalsAsync());
    }

    [Fact]
    public async Task Without_criteria_a_search_is_refused()
    {
        await using var world = await SyncWorld.OpenAsync();

        var refused = await Assert.ThrowsAsync<SyncException>(() => world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" }));

        Assert.Equal("BcSync.Match.NoCriteria", refused.Error.ErrorId);
    }
}
