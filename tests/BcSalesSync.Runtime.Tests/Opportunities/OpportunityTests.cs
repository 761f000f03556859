using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Opportunities;

public sealed class OpportunityTests
{
    private const string Mapping = "OPPORTUNITY";

    [Fact]
    [Trait("Scenario", "OPP-102")]
    public async Task Coupling_towards_Sales_gives_the_opportunity_its_name_owner_and_contact()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var number = await AddAsync(world);
        var old = await world.AddInSalesAsync(Mapping, new { name = "Old" });

        var pair = await world.PairAsync(Mapping, number, old, SyncDirection.ToSales);

        Assert.Equal(
            ("Chairs deal", await UserAsync(world, "Jim Olive"), contact.SalesId.ToString("D")),
            (await pair.SalesAsync("name"), await pair.SalesAsync("ownerid"), await pair.SalesAsync("parentcontactid")));
    }

    [Fact]
    [Trait("Scenario", "OPP-103")]
    public async Task An_opportunity_is_created_in_Sales_under_the_account_of_its_company()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var number = await AddAsync(world);
        var before = (await world.Desk.RowsAsync("sales", "opportunities")).Count;

        var pair = await world.CreateInSalesAsync(Mapping, number);

        Assert.Equal(before + 1, (await world.Desk.RowsAsync("sales", "opportunities")).Count);
        Assert.Equal(
            (customer.SalesId.ToString("D"), 12500m, "2026-06-30"),
            (await pair.SalesAsync("parentaccountid"), await ValueAsync(pair), (await pair.SalesAsync("estimatedclosedate"))?[..10]));
    }

    [Fact]
    public async Task The_account_stays_blank_until_the_customer_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var pair = await world.CreateInSalesAsync(Mapping, await AddAsync(world));
        Assert.Null(await pair.SalesAsync("parentaccountid"));
        var customer = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");

        await world.RunAsync(Mapping);

        Assert.Equal(customer.SalesId.ToString("D"), await pair.SalesAsync("parentaccountid"));
    }

    [Fact]
    public async Task A_new_name_travels_both_ways_and_what_Business_Central_owns_is_put_right()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var pair = await world.CreateInSalesAsync(Mapping, await AddAsync(world));
        await world.RunAsync(Mapping);
        await pair.EditSalesAsync(("name", "Chairs and desks"), ("estimatedvalue", 1m));

        await world.RunAsync(Mapping);
        await world.RunAsync(Mapping);

        Assert.Equal(("Chairs and desks", 12500m), (await pair.BcAsync("description"), await ValueAsync(pair)));
    }

    [Fact]
    public async Task What_a_seller_expects_stays_until_Business_Central_has_an_estimate_of_its_own()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var salesId = await world.AddInSalesAsync(
            Mapping,
            new
            {
                name = "From Sales",
                parentcontactid = contact.SalesId,
                ownerid = await UserAsync(world, "Linda Turner"),
                estimatedvalue = 700m,
                estimatedclosedate = "2026-09-30",
            });
        var coupling = await world.CreatedAsync(Mapping, new RecordSelector { SalesId = salesId }, SystemSide.BusinessCentral);
        var pair = new CoupledPair(world, Mapping, coupling.BcId, salesId);

        await world.RunAsync(Mapping);
        await world.FullSyncAsync(FullSyncAction.FullSync, Mapping);
        Assert.Equal((700m, "2026-09-30"), (await ValueAsync(pair), (await pair.SalesAsync("estimatedclosedate"))?[..10]));
        await pair.EditBcAsync(("estimatedValue", 900m));
        await world.RunAsync(Mapping);
        Assert.Equal(900m, await ValueAsync(pair));
        var lost = await world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = Mapping }, default).ToListAsync();
        Assert.Equal(700m, decimal.Parse(Assert.Single(lost).LostValue!, CultureInfo.InvariantCulture));
        await pair.EditBcAsync(("estimatedValue", 0m));
        await world.RunAsync(Mapping);

        Assert.Equal(0m, await ValueAsync(pair));
    }

    [Fact]
    public async Task An_opportunity_that_begins_in_Sales_takes_its_contact_and_salesperson_along()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var salesId = await world.AddInSalesAsync(
            Mapping,
            new { name = "From Sales", parentcontactid = contact.SalesId, ownerid = await UserAsync(world, "Linda Turner") });

        var coupling = await world.CreatedAsync(Mapping, new RecordSelector { SalesId = salesId }, SystemSide.BusinessCentral);

        var row = (await world.Desk.RowAsync("bc", "opportunities", coupling.BcId))!;
        Assert.Equal(
            ("From Sales", "CT000202", "LT"),
            (row["description"]!.ToString(), row["contactNumber"]!.ToString(), row["salespersonCode"]!.ToString()));
    }

    [Fact]
    public async Task An_opportunity_without_a_contact_in_Sales_is_passed_over()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var salesId = await world.AddInSalesAsync(Mapping, new { name = "Nobody's" });

        var results = await world.RunAsync(Mapping, SyncDirection.ToBusinessCentral);

        Assert.DoesNotContain(results, result => result.SalesId == salesId);
        Assert.Equal(0, await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = Mapping }, default).CountAsync(error => error.SalesId == salesId));
    }

    [Fact]
    public async Task One_that_is_refused_under_another_number_each_time_is_parked_like_any_other()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await contact.EditBcAsync(("salespersonCode", string.Empty));
        var salesId = await world.AddInSalesAsync(Mapping, new { name = "Nobody sells it", parentcontactid = contact.SalesId });

        var first = await world.RunAsync(Mapping);
        var second = await world.RunAsync(Mapping);
        var third = await world.RunAsync(Mapping);

        Assert.Contains("No.=OP0", Assert.Single(first, result => result.SalesId == salesId).Error!.Message, StringComparison.Ordinal);
        Assert.Equal(SyncAction.Skipped, Assert.Single(second, result => result.SalesId == salesId).Action);
        Assert.DoesNotContain(third, result => result.SalesId == salesId);
    }

    [Fact]
    public async Task In_the_team_model_an_opportunity_of_a_company_that_is_no_customer_is_passed_over_and_others_belong_to_the_team()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", ownership: OwnershipModel.Team);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var number = await AddAsync(world);
        var prospect = (await world.Desk.BcAsync("contacts", new { type = "Company", displayName = "Prospect Ltd." }))[0]!["number"]!.ToString();
        var other = await AddAsync(world, await world.AddPersonAsync(prospect, "Nora", "Lind"));

        var results = await world.RunAsync(Mapping, SyncDirection.ToSales);

        Assert.DoesNotContain(results, result => result.BcNo == other);
        var created = Assert.Single(results, result => result.BcNo == number);
        var row = (await world.Desk.RowAsync("sales", "opportunities", created.SalesId!.Value))!;
        Assert.Contains(
            await world.Desk.RowsAsync("sales", "teams"), team => team["teamid"]!.ToString() == row["_ownerid_value"]!.ToString());
    }

    [Theory]
    [InlineData("JO", SyncAction.Created, null)]
    [InlineData("", SyncAction.Failed, "BcSync.Opportunity.NoSalesperson")]
    public async Task In_the_team_model_an_opportunity_that_begins_in_Sales_takes_the_salesperson_of_its_contact(string code, SyncAction action, string? error)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", ownership: OwnershipModel.Team);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await contact.EditBcAsync(("salespersonCode", code));
        var salesId = await world.AddInSalesAsync(Mapping, new { name = "From Sales", parentcontactid = contact.SalesId });
        await world.Desk.ResetRequestsAsync();

        var result = Assert.Single(await world.SyncAsync(Mapping, SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = salesId }));

        Assert.Equal((action, error), (result.Action, result.Error?.ErrorId));
        Assert.Equal(error is not null, (await world.WritesAsync()).Length == 0);
        var deals = await world.Desk.RowsAsync("bc", "opportunities");
        Assert.Equal(error is null ? [code] : [], deals.Where(row => (string?)row["description"] == "From Sales").Select(row => (string)row["salespersonCode"]!));
    }

    [Fact]
    public async Task A_closed_opportunity_is_left_alone_by_runs()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var pair = await world.CreateInSalesAsync(Mapping, await AddAsync(world));
        await world.RunAsync(Mapping);
        await pair.EditBcAsync(("description", "Lost it"), ("status", "Lost"));

        await world.RunAsync(Mapping, SyncDirection.ToSales);

        Assert.Equal("Chairs deal", await pair.SalesAsync("name"));
    }

    [Fact]
    [Trait("Scenario", "UNC-123")]
    public async Task Uncoupling_two_of_three_opportunities_blanks_the_company_on_two()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        CoupledPair[] pairs =
        [
            await world.CreateInSalesAsync(Mapping, await AddAsync(world)),
            await world.CreateInSalesAsync(Mapping, await AddAsync(world)),
            await world.CreateInSalesAsync(Mapping, await AddAsync(world)),
        ];

        await world.UncoupleAsync(await pairs[0].CouplingAsync(), await pairs[1].CouplingAsync());

        Assert.Equal(pairs[2].BcId, Assert.Single(await world.CouplingsAsync(Mapping)).BcId);
        Assert.Null(await pairs[0].SalesAsync("bcbi_companyid"));
        Assert.NotNull(await pairs[2].SalesAsync("bcbi_companyid"));
        var job = Assert.Single(await world.JobsAsync(Mapping), job => job.Type is SyncJobType.Uncoupling);
        Assert.Equal("0/2/0/0/0/0/2", job.Line());
    }

    [Fact]
    public async Task Without_the_companion_an_opportunity_travels_reduced()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: 0);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CoupleSalespeopleAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");

        var pair = await world.CreateInSalesAsync(Mapping, await AddAsync(world));

        Assert.Equal(("Chairs deal", await UserAsync(world, "Jim Olive")), (await pair.SalesAsync("name"), await pair.SalesAsync("ownerid")));
    }

    private static async Task<string> AddAsync(SyncWorld world, string contact = "CT000202") => (await world.Desk.BcAsync("opportunities", new
    {
        description = "Chairs deal",
        contactNumber = contact,
        salespersonCode = "JO",
        estimatedValue = 12500m,
        estimatedClosingDate = "2026-06-30",
    }))[0]!["number"]!.ToString();

    private static async Task<decimal> ValueAsync(CoupledPair pair) =>
        decimal.Parse((await pair.SalesAsync("estimatedvalue"))!, CultureInfo.InvariantCulture);

    private static async Task<string> UserAsync(SyncWorld world, string name) =>
        (await world.Desk.FindAsync("sales", "systemusers", "fullname", name))["systemuserid"]!.ToString();
}
