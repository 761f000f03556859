using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

/// <summary>What goes along when a customer is uncoupled, by hand or because its counterpart was deleted (spec/engine.md 1.5).</summary>
public sealed class DependantUncouplingTests
{
    [Fact]
    public async Task Contacts_under_an_uncoupled_customer_go_along_and_their_company_is_blanked()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");

        var removed = await world.UncoupleAsync(await customer.CouplingAsync());

        Assert.Equal(["CUSTOMER", "CONTACT"], removed.Select(outcome => outcome.Value!.Mapping));
        Assert.Null(await contact.FindCouplingAsync());
        Assert.Equal((null, null), (await customer.SalesAsync("bcbi_companyid"), await contact.SalesAsync("bcbi_companyid")));
        var jobs = (await world.JobsAsync()).Where(job => job.Type is SyncJobType.Uncoupling).ToDictionary(job => job.Mapping);
        Assert.Equal(("0/1/0/0/0/0/1", "0/1/0/0/0/0/1"), (jobs["CUSTOMER"].Line(), jobs["CONTACT"].Line()));
    }

    [Fact]
    public async Task A_contact_that_was_coupled_but_never_synchronised_goes_along_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.PairAsync("CONTACT", "CT000201", "Robert Townes");

        await world.UncoupleAsync(await customer.CouplingAsync());

        Assert.Null(await contact.FindCouplingAsync());
    }

    [Fact]
    public async Task A_contact_that_moved_to_another_account_in_Sales_stays_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await contact.EditSalesAsync(("parentcustomerid", await world.SalesIdAsync("CUSTOMER", "name", "Trey Research")));

        await world.UncoupleAsync(await customer.CouplingAsync());

        Assert.NotNull(await contact.FindCouplingAsync());
    }

    [Fact]
    public async Task A_contact_of_another_customer_in_Business_Central_stays_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await world.CustomerInStepAsync("C20000", "Trey Research");
        var contact = await world.ContactInStepAsync("CT000203", "Robert Townes");
        await contact.EditSalesAsync(("parentcustomerid", customer.SalesId));

        await world.UncoupleAsync(await customer.CouplingAsync());

        Assert.NotNull(await contact.FindCouplingAsync());
    }

    [Fact]
    public async Task The_rule_for_deletions_blanks_the_company_of_the_surviving_account_and_lets_its_contacts_go()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var other = await world.CustomerInStepAsync("C20000", "Trey Research");
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await customer.DeleteInBcAsync();

        await world.RunAsync("CUSTOMER");

        Assert.Null(await customer.FindCouplingAsync());
        Assert.Null(await contact.FindCouplingAsync());
        Assert.Equal((null, null), (await customer.SalesAsync("bcbi_companyid"), await contact.SalesAsync("bcbi_companyid")));
        Assert.NotNull(await other.FindCouplingAsync());
        Assert.NotNull(await other.SalesAsync("bcbi_companyid"));
        Assert.Equal("Uncoupled=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.Equal("0/1/0/0/0/0/1", Assert.Single(await world.JobsAsync("CONTACT"), job => job.Type is SyncJobType.Uncoupling).Line());
    }

    [Fact]
    public async Task Contacts_of_an_account_that_was_deleted_are_uncoupled_with_it()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await customer.DeleteInSalesAsync();

        await world.RunAsync("CUSTOMER");

        Assert.Null(await customer.FindCouplingAsync());
        Assert.Null(await contact.FindCouplingAsync());
        Assert.NotEqual(string.Empty, await contact.BcAsync("companyNumber"));
    }

    [Fact]
    public async Task A_survivor_that_refuses_the_change_keeps_its_coupling_and_is_reported()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await customer.DeleteInBcAsync();
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "accounts", rowMatch = new { name = "Adatum Corporation" }, status = 403, code = "0x80040220",
            message = "Principal user is missing prvWriteAccount privilege.",
        });

        var failed = Assert.Single(await world.RunAsync("CUSTOMER"));

        Assert.Equal((SyncAction.Failed, "BcSync.Record.PermissionDenied"), (failed.Action, failed.Error?.ErrorId));
        Assert.Equal(SyncOutcome.Failure, (await customer.CouplingAsync()).ToBusinessCentralResult);
        await world.Desk.ClearFaultsAsync();

        Assert.Equal(SyncAction.Deleted, Assert.Single(await world.RunAsync("CUSTOMER")).Action);
        Assert.Null(await customer.SalesAsync("bcbi_companyid"));
    }
}
