using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Contacts;

public sealed class ContactCreationTests
{
    [Fact]
    [Trait("Scenario", "CON-106")]
    public async Task A_new_contact_of_a_coupled_account_joins_the_company_of_its_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await AllowCreationAsync(world);
        var salesId = await AddContactAsync(world, customer.SalesId);

        var result = Assert.Single(await world.SyncAsync("CONTACT", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = salesId }));

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        var contact = await world.Desk.RowAsync("bc", "contacts", result.BcId!.Value);
        Assert.Equal(
            ("CT000301", "CT000101", "Person", "Cora Newman"),
            (contact!["number"]!.ToString(), contact["companyNumber"]!.ToString(), contact["type"]!.ToString(), contact["displayName"]!.ToString()));
        Assert.Equal(salesId, (await world.CouplingAsync("CONTACT", result.BcId.Value))!.SalesId);
    }

    [Fact]
    [Trait("Scenario", "CON-108")]
    public async Task A_contact_of_an_uncoupled_account_is_not_created()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await AllowCreationAsync(world);
        var salesId = await AddContactAsync(world, await world.SalesIdAsync("CUSTOMER", "name", "Northwind Traders"));
        var before = (await world.Desk.RowsAsync("bc", "contacts")).Count;

        var result = Assert.Single(await world.SyncAsync("CONTACT", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = salesId }));

        Assert.Equal((SyncAction.Failed, FailureClass.DependencyMissing), (result.Action, result.Error!.Class));
        Assert.Equal("Failed=1", await world.CountsAsync("CONTACT", SyncDirection.ToBusinessCentral));
        Assert.Equal(before, (await world.Desk.RowsAsync("bc", "contacts")).Count);
        Assert.Equal(0, await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CONTACT" }, default).CountAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_contact_that_waits_for_its_account_is_created_once_the_account_is_coupled(int attempts)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var adatum = await world.SalesIdAsync("CUSTOMER", "name", "Adatum Corp.");
        var salesId = await AddContactAsync(world, adatum);
        await world.RunAsync("CONTACT");
        await AllowCreationAsync(world);
        for (var attempt = 0; attempt < attempts; attempt++)
            await world.SyncAsync("CONTACT", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = salesId });
        await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");

        var results = await world.RunAsync("CONTACT", SyncDirection.ToBusinessCentral);

        Assert.Equal(SyncAction.Created, Assert.Single(results, result => result.SalesId == salesId).Action);
    }

    [Fact]
    [Trait("Scenario", "CON-112")]
    public async Task A_person_without_company_is_refused_as_outside_the_filter()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await AllowCreationAsync(world);
        await world.Desk.BcAsync("contacts", new { type = "Person", displayName = "Solo Person" });

        var result = Assert.Single(await world.SyncAsync("CONTACT", SyncDirection.ToSales, new RecordSelector { BcNo = "CT000301" }));

        Assert.Equal("BcSync.Record.OutsideFilter", result.Error?.ErrorId);
        Assert.Equal(0, await world.Session.GetJobsAsync(new JobQuery { Mapping = "CONTACT" }, default).CountAsync());
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "contacts"), row => row["fullname"]?.ToString() == "Solo Person");
    }

    [Fact]
    [Trait("Scenario", "CON-118")]
    public async Task A_contact_that_must_not_be_created_is_skipped_without_an_error()
    {
        await using var world = await CoupledRecords.OpenAsync();

        var result = Assert.Single(await world.SyncAsync("CONTACT", SyncDirection.ToSales, new RecordSelector { BcNo = "CT000201" }));

        Assert.Equal((SyncAction.Skipped, null), (result.Action, result.Error));
        Assert.Equal("Skipped=1", await world.CountsAsync("CONTACT", SyncDirection.ToSales));
        Assert.Equal(0, await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CONTACT" }, default).CountAsync());
    }

    [Fact]
    public async Task A_contact_whose_company_is_not_coupled_has_its_name_and_can_be_exported_and_imported()
    {
        using var folder = new TemporaryFolder();
        await using var world = await CoupledRecords.OpenAsync();
        await AllowCreationAsync(world);
        await world.SyncAsync("CONTACT", SyncDirection.ToSales, new RecordSelector { BcNo = "CT000211" });
        var coupling = Assert.Single(await world.CouplingsAsync("CONTACT"));
        Assert.Equal(("CT000211", "Pia Proseware"), (coupling.BcNo, coupling.SalesName));
        var file = new CouplingFile { Path = folder.File("couplings.csv") };
        Assert.Equal(1, await world.Session.ExportCouplingsAsync(file, new CouplingQuery { Mapping = "CONTACT" }, default));

        var same = Assert.Single(await world.Session.ImportCouplingsAsync(file, world.Observer, default).ToListAsync());
        Assert.Equal((null, true), (same.Error, same.Unchanged));
        await world.UncoupleAsync(coupling);
        var again = Assert.Single(await world.Session.ImportCouplingsAsync(file, world.Observer, default).ToListAsync());

        Assert.Equal((null, coupling.SalesId), (again.Error, again.Value?.SalesId));
    }

    private static Task<BcTableMapping> AllowCreationAsync(SyncWorld world) =>
        world.ChangeAsync(new TableMappingChange { Name = "CONTACT", SyncOnlyCoupled = false });

    private static Task<Guid> AddContactAsync(SyncWorld world, Guid account) => world.AddInSalesAsync(
        "CONTACT", new Dictionary<string, object> { ["firstname"] = "Cora", ["lastname"] = "Newman", ["parentcustomerid"] = account });
}
