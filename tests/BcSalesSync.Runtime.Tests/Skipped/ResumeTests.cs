using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Skipped;

public sealed class ResumeTests
{
    [Fact]
    [Trait("Scenario", "SKP-122")]
    public async Task Chosen_pairs_are_restored_and_the_others_stay_skipped()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pairs = await world.ThreeSkippedAsync();

        var restored = (await world.ResumeAsync(pairs[0])).Concat(await world.ResumeAsync(pairs[2])).ToArray();

        Assert.Equal([pairs[0].BcId, pairs[2].BcId], restored.Select(coupling => coupling.BcId));
        Assert.Equal("False True False", await SkippedAsync(pairs));
    }

    [Fact]
    [Trait("Scenario", "SKP-122")]
    public async Task All_pairs_are_restored_and_a_mended_one_stays_so()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pairs = await world.ThreeSkippedAsync();

        Assert.Equal(3, (await world.ResumeAsync()).Count);
        await world.CoupleSalespersonAsync();
        await pairs[0].SyncAsync(SyncDirection.ToSales);

        var coupling = await pairs[0].CouplingAsync();
        Assert.Equal((SyncOutcome.Success, false), (coupling.ToSalesResult, coupling.Skipped));
    }

    [Fact]
    public async Task A_restored_pair_that_fails_as_before_is_skipped_again()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await world.ResumeAsync();

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.True((await pair.CouplingAsync()).Skipped);
    }

    [Fact]
    [Trait("Scenario", "SKP-126")]
    public async Task A_restored_pair_is_synchronised_in_the_direction_given_and_the_other_stays_skipped()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var first = await world.SkippedAsync("C10000", "Adatum Corp.");
        var second = await world.SkippedAsync("C60000", "Fabrikam");
        await world.CoupleSalespersonAsync();
        await world.ResumeAsync(first);

        await first.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(("Adatum Corporation", "Fabrikam"), (await first.SalesAsync("name"), await second.SalesAsync("name")));
        Assert.Equal("False True", await SkippedAsync([first, second]));
    }

    [Fact]
    [Trait("Scenario", "SKP-129")]
    public async Task A_pair_whose_record_is_gone_is_left_out()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pairs = await world.ThreeSkippedAsync();
        await pairs[1].DeleteInBcAsync();

        var restored = await world.ResumeAsync();

        Assert.Equal(new[] { pairs[0].BcId, pairs[2].BcId }.Order(), restored.Select(coupling => coupling.BcId).Order());
        Assert.Equal("False True False", await SkippedAsync(pairs));
    }

    [Fact]
    [Trait("Scenario", "SKP-142")]
    public async Task With_a_rule_for_deletions_the_pair_is_taken_up_and_its_customer_restored()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInBcAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RestoreRecord });
        Assert.Single(await world.ResumeAsync());

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        Assert.Equal("Inserted=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        var customer = Assert.Single(await world.Desk.RowsAsync("bc", "customers"), row => row["displayName"]!.ToString() == "Adatum Corp.");
        var coupling = Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
        Assert.Equal((customer["id"]!.GetValue<Guid>(), pair.SalesId, false), (coupling.BcId, coupling.SalesId, coupling.Skipped));
    }

    [Fact]
    [Trait("Scenario", "SKP-142")]
    public async Task With_a_rule_for_deletions_the_pair_is_taken_up_and_its_account_restored()
    {
        await using var world = await FailingCustomers.OpenAsync();
        var pair = await world.SkippedAsync("C10000", "Adatum Corp.");
        await pair.DeleteInSalesAsync();
        await world.CoupleSalespersonAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RestoreRecord });
        await world.ResumeAsync();

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Inserted=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        var coupling = await pair.CouplingAsync();
        Assert.NotEqual(pair.SalesId, coupling.SalesId);
        Assert.Equal(coupling.SalesId, await world.SalesIdAsync("CUSTOMER", "name", "Adatum Corporation"));
    }

    private static async Task<string> SkippedAsync(CoupledPair[] pairs)
    {
        var flags = new List<bool>();
        foreach (var pair in pairs)
            flags.Add((await pair.CouplingAsync()).Skipped);
        return string.Join(' ', flags);
    }
}
