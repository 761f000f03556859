using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>Coupling a whole mapping by matching, as a line of the full synchronisation.</summary>
public sealed class MatchCouplingTests
{
    [Fact]
    [Trait("Scenario", "MAT-101")]
    public async Task Uncoupled_records_are_coupled_and_synchronised_and_old_couplings_stay()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncAfterCoupling = true, UpdateConflict = UpdateConflictPolicy.SendToSales });
        await world.CustomersAsync(("Old 1", "1"), ("Old 2", "2"), ("Old 3", "3"));
        await world.AccountsAsync(("Partner 1", "1"), ("Partner 2", "2"), ("Partner 3", "3"));
        await world.CoupleMatchedAsync(await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" }));
        await world.CustomersAsync(("Nod", "55512345"));
        await world.AccountsAsync(("Nod Old", "55512345"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 1, 1, 0), (line.Status, line.Coupled, line.Modified, line.Failed));
        var job = await world.CouplingJobAsync();
        Assert.Equal((SyncJobStatus.Success, "Coupled=1"), (job.Status, job.Counts()));
        Assert.Equal(["Nod-Nod", "Old 1-Partner 1", "Old 2-Partner 2", "Old 3-Partner 3"], await world.CouplesAsync());
        Assert.Equal(["Nod", "Partner 1", "Partner 2", "Partner 3"], await world.AccountNamesAsync());
    }

    [Fact]
    [Trait("Scenario", "MAT-106")]
    public async Task Records_without_unique_match_fail_with_an_error_each_and_are_not_created()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncAfterCoupling = true, UpdateConflict = UpdateConflictPolicy.SendToSales });
        await world.FivePairsAsync(equal: 2);

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 2, 3), (line.Status, line.Coupled, line.Failed));
        var job = await world.CouplingJobAsync();
        Assert.Equal((SyncJobStatus.Error, "Failed=3 Coupled=2"), (job.Status, job.Counts()));
        Assert.Equal("3 records have no unique match: 3 without match.", job.Message);
        var errors = await world.Session.GetErrorsAsync(new ErrorQuery { JobId = job.Id }, default).ToListAsync();
        Assert.Equal(["BcSync.Match.NoMatch"], errors.Select(error => error.ErrorId).Distinct());
        var customers = (await world.Desk.RowsAsync("bc", "customers")).ToDictionary(row => (string)row["displayName"]!);
        Assert.Equal(
            new[] { "C3", "C4", "C5" }.Select(name => (string)customers[name]["number"]!), errors.Select(error => error.BcNo).Order());
        Assert.All(errors, error => Assert.Contains($"-BcId {error.BcId}", error.RecommendedAction, StringComparison.Ordinal));
        Assert.Equal(["A3", "A4", "A5", "C1", "C2"], await world.AccountNamesAsync());
    }

    [Fact]
    [Trait("Scenario", "MAT-110")]
    public async Task Without_synchronising_afterwards_pairs_are_only_coupled()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.FivePairsAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((5, 0), (line.Coupled, line.Modified));
        Assert.Equal("Coupled=5", Assert.Single(await world.JobsAsync("CUSTOMER")).Counts());
        Assert.Equal(["A1", "A2", "A3", "A4", "A5"], await world.AccountNamesAsync());
        Assert.Equal(["C1-A1", "C2-A2", "C3-A3", "C4-A4", "C5-A5"], await world.CouplesAsync());
    }

    [Fact]
    [Trait("Scenario", "MAT-111")]
    public async Task Without_criteria_nothing_is_coupled_and_the_job_says_what_to_choose()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder);
        await world.FivePairsAsync();

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Coupled));
        Assert.Contains("Set-BcFieldMapping -Mapping CUSTOMER", line.Message, StringComparison.Ordinal);
        var job = await world.CouplingJobAsync();
        Assert.Equal((SyncJobStatus.Error, ""), (job.Status, job.Counts()));
        Assert.Contains("CUSTOMER has no match criteria", job.Message, StringComparison.Ordinal);
        var error = Assert.Single(await world.Session.GetErrorsAsync(new ErrorQuery { JobId = job.Id }, default).ToListAsync());
        Assert.Equal("BcSync.Match.NoCriteria", error.ErrorId);
        Assert.Empty(await world.CouplingsAsync("CUSTOMER"));
    }

    [Fact]
    public async Task Once_criteria_are_chosen_the_next_start_couples()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder);
        await world.FivePairsAsync();
        await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER");
        await FieldRows.MatchByAsync(MatchWorld.StateOf(folder), "CUSTOMER", "phoneNumber");

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 5), (line.Status, line.Coupled));
        Assert.Equal(5, (await world.CouplingsAsync("CUSTOMER")).Count);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [Trait("Scenario", "MAT-116")]
    public async Task Case_counts_only_where_the_criterion_says_so(bool caseSensitive, int coupled)
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "displayName");
        await FieldRows.CaseAsync(MatchWorld.StateOf(folder), "CUSTOMER", caseSensitive);
        await world.CustomersAsync(("ADATUM", "1"));
        await world.AccountsAsync(("Adatum", "2"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((coupled, 1 - coupled), (line.Coupled, line.Failed));
    }

    [Fact]
    [Trait("Scenario", "MAT-124")]
    public async Task What_matches_nothing_is_created_in_Sales_where_the_mapping_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", CreateNewIfNoMatch = true });
        await world.CustomersAsync(("One", "1"), ("Two", "2"), ("Three", "3"));
        await world.AccountsAsync(("Other", "9"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 0, 3, 0), (line.Status, line.Coupled, line.Inserted, line.Failed));
        var jobs = await world.JobsAsync("CUSTOMER");
        Assert.Equal(["Inserted=3", ""], jobs.Select(job => job.Counts()));
        Assert.Equal(SyncDirection.ToSales, jobs[0].Direction);
        Assert.Equal(["One", "Other", "Three", "Two"], await world.AccountNamesAsync());
    }

    [Fact]
    [Trait("Scenario", "MAT-124")]
    public async Task What_is_ambiguous_or_taken_is_never_created()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", CreateNewIfNoMatch = true });
        await world.CustomersAsync(("Owner", "1"));
        await world.AccountsAsync(("Taken", "1"), ("Twin A", "2"), ("Twin B", "2"));
        await world.CoupleMatchedAsync(await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER" }));
        await world.CustomersAsync(("Late", "1"), ("Twin", "2"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((0, 0, 2), (line.Coupled, line.Inserted, line.Failed));
        Assert.Equal(
            "2 records have no unique match: 1 ambiguous, 1 whose row belongs to another record.", (await world.CouplingJobAsync()).Message);
        Assert.Equal(3, (await world.AccountNamesAsync()).Length);
    }

    [Theory]
    [InlineData("SALESPEOPLE", "licence")]
    [InlineData("CUSTOMER", "only goes to Business Central")]
    [Trait("Scenario", "MAT-124")]
    public async Task Creating_what_matches_nothing_is_refused_where_it_can_never_be(string mapping, string reason)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = SyncDirection.ToBusinessCentral });

        var refused = await Assert.ThrowsAsync<SyncException>(
            () => world.ChangeAsync(new TableMappingChange { Name = mapping, CreateNewIfNoMatch = true }));

        Assert.Equal("BcSync.Mapping.NothingToCreate", refused.Error.ErrorId);
        Assert.Contains(reason, refused.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UpdateConflictPolicy.Fail, "Nod", "Nod")]
    [InlineData(UpdateConflictPolicy.SendToSales, "Nod", "Nod")]
    [InlineData(UpdateConflictPolicy.GetFromSales, "Nod Old", "Nod Old")]
    [InlineData(UpdateConflictPolicy.NewerWins, "Nod Old", "Nod Old")]
    public async Task The_rule_for_clashing_edits_says_who_wins_when_new_pairs_are_synchronised(
        UpdateConflictPolicy policy, string customer, string account)
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncAfterCoupling = true, UpdateConflict = policy });
        await world.CustomersAsync(("Nod", "1"));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.AccountsAsync(("Nod Old", "1"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 1, 0), (line.Status, line.Coupled, line.Failed));
        Assert.Equal(customer, (string?)Assert.Single(await world.Desk.RowsAsync("bc", "customers"))["displayName"]);
        Assert.Equal([account], await world.AccountNamesAsync());
        Assert.DoesNotContain(await world.RunAsync("CUSTOMER"), result => result.Action is SyncAction.Conflict or SyncAction.Failed);
    }

    [Fact]
    public async Task What_was_still_to_be_done_when_the_run_was_stopped_is_done_on_resume()
    {
        using var folder = new TemporaryFolder();
        await using var world = await MatchWorld.OpenAsync(folder, "phoneNumber");
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER", SyncAfterCoupling = true, CreateNewIfNoMatch = true, UpdateConflict = UpdateConflictPolicy.SendToSales,
        });
        await world.FivePairsAsync(equal: 3);
        await world.AccountsAsync(("Twin A", "8"), ("Twin B", "8"));
        await world.CustomersAsync(("Twin", "8"));
        var hold = world.Watch.HoldSalesWrites("accounts");
        await world.Session.StartFullSyncAsync(new FullSyncRequest { Mappings = ["CUSTOMER"], Action = FullSyncAction.Couple }, default);
        await hold.Reached;
        await world.Session.StopFullSyncAsync(default);
        hold.Release();
        Assert.Equal(FullSyncStatus.Stopped, (await world.WaitAsync()).Status);

        Assert.Equal(FullSyncStatus.Finished, (await world.Session.ResumeToEndAsync()).Status);

        var line = (await world.Session.ReviewAsync())["CUSTOMER"];
        Assert.Equal((3, 2, 3, 1), (line.Coupled, line.Inserted, line.Modified, line.Failed));
        Assert.Equal("Failed=1 Coupled=3", (await world.CouplingJobAsync()).Counts());
        Assert.Equal(["A4", "A5", "C1", "C2", "C3", "C4", "C5", "Twin A", "Twin B"], await world.AccountNamesAsync());
    }
}
