using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class CreationTests
{
    private static readonly string[] FiveCustomers = ["C10000", "C20000", "C30000", "C40000", "C50000"];

    [Fact]
    [Trait("Scenario", "CPL-108")]
    public async Task An_account_becomes_a_customer()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();

        var coupling = await world.CreatedAsync("CUSTOMER", new RecordSelector { SalesName = "Northwind Traders" }, SystemSide.BusinessCentral);

        var customer = (await world.Desk.RowAsync("bc", "customers", coupling.BcId))!;
        Assert.Equal(("Northwind Traders", "Seattle"), (customer["displayName"]!.ToString(), customer["city"]!.ToString()));
        Assert.Equal(customer["number"]!.ToString(), coupling.BcNo);
        Assert.Equal("1/0/0/0/0/0/0", Assert.Single(await world.JobsAsync("CUSTOMER")).Line());
    }

    [Fact]
    [Trait("Scenario", "CPL-110")]
    public async Task A_contact_of_a_coupled_account_becomes_a_person_of_the_customers_company()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." }, SyncDirection.ToSales);

        var coupling = await world.CreatedAsync("CONTACT", new RecordSelector { SalesName = "Mira Ostrowski" }, SystemSide.BusinessCentral);

        var contact = (await world.Desk.RowAsync("bc", "contacts", coupling.BcId))!;
        Assert.Equal(("Person", "CT000101"), (contact["type"]!.ToString(), contact["companyNumber"]!.ToString()));
        Assert.Equal("1/0/0/0/0/0/0", Assert.Single(await world.JobsAsync("CONTACT")).Line());
    }

    [Fact]
    [Trait("Scenario", "CPL-155")]
    public async Task A_record_older_than_the_watermark_is_created_when_asked_for()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        world.Clock.Advance(TimeSpan.FromHours(4));
        await world.RunAsync("CURRENCY");
        Assert.Empty(await world.CouplingsAsync("CURRENCY"));

        var coupling = await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "SEK" }, SystemSide.Sales);

        Assert.Equal("SEK", (await world.Desk.RowAsync("sales", "transactioncurrencies", coupling.SalesId))!["isocurrencycode"]!.ToString());
        Assert.Equal("1/0/0/0/0/0/0", (await world.LastJobAsync("CURRENCY", SyncDirection.ToSales)).Line());
    }

    [Fact]
    [Trait("Scenario", "CPL-156")]
    public async Task Asking_twice_for_a_counterpart_creates_it_once()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var first = await world.CreatedAsync("CUSTOMER", new RecordSelector { BcNo = "C10000" }, SystemSide.Sales);
        var (accounts, jobs) = ((await world.Desk.RowsAsync("sales", "accounts")).Count, (await world.JobsAsync()).Count);

        var second = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C10000" }, createIn: SystemSide.Sales);

        Assert.True(second.Unchanged);
        Assert.Equal(first.SalesId, second.Value!.SalesId);
        Assert.Equal((accounts, jobs), ((await world.Desk.RowsAsync("sales", "accounts")).Count, (await world.JobsAsync()).Count));
    }

    [Fact]
    [Trait("Scenario", "CPL-157")]
    public async Task Five_customers_are_created_in_Sales_by_one_job()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var before = (await world.Desk.RowsAsync("sales", "accounts")).Count;

        var couplings = await world.CustomersInSalesAsync(FiveCustomers);

        Assert.Equal(5, couplings.Select(coupling => coupling.SalesId).Distinct().Count());
        Assert.Equal(before + 5, (await world.Desk.RowsAsync("sales", "accounts")).Count);
        Assert.Equal("5/0/0/0/0/0/0", Assert.Single(await world.JobsAsync("CUSTOMER")).Line());
    }

    [Fact]
    [Trait("Scenario", "CPL-157")]
    public async Task Five_accounts_are_created_in_Business_Central_by_one_job()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var before = (await world.Desk.RowsAsync("bc", "customers")).Count;
        string[] accounts = ["Adatum Corp.", "Trey Research", "School of Fine Art", "Fabrikam", "Northwind Traders"];
        var requests = accounts.Select(name => new CouplingRequest
        {
            Mapping = "CUSTOMER", Records = new RecordSelector { SalesName = name }, CreateIn = SystemSide.BusinessCentral,
        }).ToArray();

        var outcomes = await world.Session.CoupleAsync(requests, world.Observer, default).ToListAsync();

        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        Assert.Equal(before + 5, (await world.Desk.RowsAsync("bc", "customers")).Count);
        Assert.Equal("5/0/0/0/0/0/0", Assert.Single(await world.JobsAsync("CUSTOMER")).Line());
    }

    [Fact]
    public async Task A_counterpart_that_had_to_wait_for_a_reference_is_created_once_that_is_coupled()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        var first = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C40000" }, createIn: SystemSide.Sales);
        await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C40000" }, createIn: SystemSide.Sales);
        Assert.Equal("BcSync.Record.DependencyMissing", first.Error?.ErrorId);

        await world.CoupleSalespeopleAsync();
        await world.RunAsync("CUSTOMER");

        Assert.Equal("C40000", Assert.Single(await world.CouplingsAsync("CUSTOMER")).BcNo);
    }

    [Fact]
    public async Task A_row_that_gave_up_its_customer_for_another_row_does_not_become_a_customer_of_its_own()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        var pair = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." }, SyncDirection.ToSales);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Desk.SalesAsync("accounts", new { accountid = pair.SalesId, address1_country = "ZZ" });
        Assert.Contains(await world.RunAsync("CUSTOMER"), result => result.Action is SyncAction.Failed);
        var customers = (await world.Desk.RowsAsync("bc", "customers")).Count;

        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Trey Research" });
        await world.RunAsync("CUSTOMER");

        Assert.Equal(customers, (await world.Desk.RowsAsync("bc", "customers")).Count);
    }

    [Fact]
    public async Task An_uncoupled_record_that_was_named_is_left_alone_with_the_reason()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();

        var result = Assert.Single(await world.SyncAsync("CUSTOMER", SyncDirection.ToSales, new RecordSelector { BcNo = "C40000" }));

        Assert.Equal(SyncAction.Skipped, result.Action);
        Assert.Contains("not coupled", result.Reason, StringComparison.Ordinal);
    }
}
