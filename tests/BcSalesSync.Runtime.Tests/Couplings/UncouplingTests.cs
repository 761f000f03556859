using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class UncouplingTests
{
    [Fact]
    [Trait("Scenario", "UNC-104")]
    public async Task Removing_one_coupling_blanks_the_company_on_that_account_only()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var customers = await world.CustomersInSalesAsync("C10000", "C20000", "C30000");

        var removed = await world.UncoupleAsync(customers[1]);

        Assert.Equal(customers[1].BcId, Assert.Single(removed).Value!.BcId);
        Assert.Equal([customers[0].BcId, customers[2].BcId], (await world.CouplingsAsync("CUSTOMER")).Select(coupling => coupling.BcId));
        Assert.Equal("kept blank kept", await CompaniesAsync(world, "accounts", customers));
        var job = Assert.Single(await world.JobsAsync("CUSTOMER"), job => job.Type is SyncJobType.Uncoupling);
        Assert.Equal("0/1/0/0/0/0/1", job.Line());
    }

    [Fact]
    [Trait("Scenario", "UNC-106")]
    public async Task Removing_a_selection_is_one_job_and_an_uncoupled_record_in_it_does_no_harm()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var customers = await world.CustomersInSalesAsync("C10000", "C20000", "C30000");
        var uncoupled = await world.Desk.FindAsync("bc", "customers", "number", "C50000");
        var neverCoupled = customers[0] with { BcNo = "C50000", BcId = uncoupled["id"]!.GetValue<Guid>() };

        var removed = await world.UncoupleAsync(customers[0], customers[2], neverCoupled);

        Assert.Equal(2, removed.Count);
        Assert.Equal(customers[1].BcId, Assert.Single(await world.CouplingsAsync("CUSTOMER")).BcId);
        Assert.Equal("blank kept blank", await CompaniesAsync(world, "accounts", customers));
        var job = Assert.Single(await world.JobsAsync("CUSTOMER"), job => job.Type is SyncJobType.Uncoupling);
        Assert.Equal("0/2/0/0/0/0/2", job.Line());
    }

    [Fact]
    [Trait("Scenario", "UNC-109")]
    public async Task Salespeople_are_uncoupled_without_a_job()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.CoupleSalespeopleAsync();

        var removed = await world.UncoupleAsync(await world.CouplingsAsync("SALESPEOPLE"));

        Assert.Equal(3, removed.Count);
        Assert.Empty(await world.CouplingsAsync("SALESPEOPLE"));
        Assert.Empty(await world.JobsAsync());
    }

    [Fact]
    [Trait("Scenario", "UNC-113")]
    public async Task Uncoupling_two_mappings_leaves_the_others_coupled()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var customer = await world.CustomersInSalesAsync("C10000");
        var before = (await world.JobsAsync()).Count;

        await world.UncoupleAsync([.. await world.CouplingsAsync("CUSTOMER"), .. await world.CouplingsAsync("SALESPEOPLE")]);

        Assert.Empty(await world.CouplingsAsync("CUSTOMER"));
        Assert.Empty(await world.CouplingsAsync("SALESPEOPLE"));
        Assert.Equal(3, (await world.CouplingsAsync("CURRENCY")).Count);
        Assert.Equal("blank", await CompaniesAsync(world, "accounts", customer));
        var jobs = await world.JobsAsync();
        Assert.Equal(before + 1, jobs.Count);
        Assert.Equal(("CUSTOMER", "0/1/0/0/0/0/1"), (jobs[0].Mapping, jobs[0].Line()));
    }

    [Fact]
    [Trait("Scenario", "UNC-123")]
    public async Task Two_of_three_contacts_are_uncoupled_and_their_company_is_blanked()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        await world.CustomersInSalesAsync("C10000", "C20000");
        BcCoupling[] contacts =
        [
            await world.CreatedAsync("CONTACT", new RecordSelector { BcNo = "CT000201" }, SystemSide.Sales),
            await world.CreatedAsync("CONTACT", new RecordSelector { BcNo = "CT000202" }, SystemSide.Sales),
            await world.CreatedAsync("CONTACT", new RecordSelector { BcNo = "CT000203" }, SystemSide.Sales),
        ];

        await world.UncoupleAsync(contacts[..2]);

        Assert.Equal(contacts[2].BcId, Assert.Single(await world.CouplingsAsync("CONTACT")).BcId);
        Assert.Equal("blank blank kept", await CompaniesAsync(world, "contacts", contacts));
        var job = Assert.Single(await world.JobsAsync("CONTACT"), job => job.Type is SyncJobType.Uncoupling);
        Assert.Equal("0/2/0/0/0/0/2", job.Line());
    }

    [Fact]
    [Trait("Scenario", "UNC-127")]
    public async Task Removing_a_coupling_again_does_nothing_and_is_no_error()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var customer = (await world.CustomersInSalesAsync("C10000"))[0];
        Assert.Single(await world.UncoupleAsync(customer));

        for (var i = 0; i < 4; i++)
            Assert.Empty(await world.UncoupleAsync(customer));

        Assert.Single(await world.JobsAsync("CUSTOMER"), job => job.Type is SyncJobType.Uncoupling);
    }

    [Fact]
    public async Task A_coupling_that_was_read_before_its_record_got_another_row_does_not_remove_the_new_pair()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var old = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });
        await world.UncoupleAsync(old);
        var now = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Fabrikam" });

        var outcome = Assert.Single(await world.UncoupleAsync(old));

        Assert.Equal((null, "BcSync.Coupling.CoupledOtherwise"), (outcome.Value, outcome.Error?.ErrorId));
        Assert.Same(old, outcome.Input);
        Assert.Equal(now.SalesId, Assert.Single(await world.CouplingsAsync("CUSTOMER")).SalesId);
    }

    [Fact]
    public async Task A_coupling_whose_account_refuses_the_change_is_an_error_and_not_removed()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var customer = (await world.CustomersInSalesAsync("C10000"))[0];
        await world.Desk.FaultAsync(new { system = "sales", set = "accounts", status = 403, message = "No right.", rowMatch = new { accountid = customer.SalesId } });

        var outcome = Assert.Single(await world.UncoupleAsync(customer));

        Assert.Null(outcome.Value);
        Assert.Equal((customer.BcId, customer), (outcome.Error!.BcId!.Value, outcome.Input));
        Assert.Single(await world.CouplingsAsync("CUSTOMER"));
    }

    private static async Task<string> CompaniesAsync(SyncWorld world, string set, BcCoupling[] couplings)
    {
        var companies = new List<string>();
        foreach (var coupling in couplings)
            companies.Add((await world.Desk.RowAsync("sales", set, coupling.SalesId))!["_bcbi_companyid_value"] is null ? "blank" : "kept");
        return string.Join(' ', companies);
    }
}
