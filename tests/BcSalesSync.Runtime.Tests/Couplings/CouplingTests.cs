using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class CouplingTests
{
    [Fact]
    [Trait("Scenario", "CPL-103")]
    public async Task Coupling_with_a_first_synchronisation_towards_Sales_renames_the_account()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();

        var coupling = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." }, SyncDirection.ToSales);

        Assert.Equal("Adatum Corporation", (await world.Desk.RowAsync("sales", "accounts", coupling.SalesId))!["name"]!.ToString());
        Assert.Equal("Adatum Corporation", (await world.Desk.RowAsync("bc", "customers", coupling.BcId))!["displayName"]!.ToString());
        Assert.Equal((SyncOutcome.Success, SyncOutcome.None), (coupling.ToSalesResult, coupling.ToBusinessCentralResult));
        Assert.NotNull(await world.CouplingAsync("CUSTOMER", coupling.BcId));
    }

    [Fact]
    [Trait("Scenario", "CPL-105")]
    public async Task Coupling_with_a_first_synchronisation_from_Sales_renames_the_salesperson()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var user = await world.Desk.FindAsync("sales", "systemusers", "fullname", "Jim Olive");
        await world.Desk.SalesAsync("systemusers", new { systemuserid = user["systemuserid"], firstname = "James", lastname = "Oliver" });

        var coupling = await world.CoupledAsync(
            "SALESPEOPLE", new RecordSelector { BcNo = "JO", SalesName = "James Oliver" }, SyncDirection.ToBusinessCentral);

        Assert.Equal("James Oliver", (await world.Desk.RowAsync("bc", "salespeoplePurchasers", coupling.BcId))!["displayName"]!.ToString());
        Assert.Equal("James Oliver", (await world.Desk.RowAsync("sales", "systemusers", coupling.SalesId))!["fullname"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "CPL-107")]
    public async Task Coupling_without_a_first_synchronisation_writes_nothing_and_leaves_no_job()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });
        var contact = await world.Desk.FindAsync("bc", "contacts", "displayName", "Mira Ostrowski");
        await world.Desk.BcAsync("contacts", new { id = contact["id"], firstName = "M.", surname = "O." });
        var before = (await world.JobsAsync()).Count;

        var coupling = await world.CoupledAsync(
            "CONTACT", new RecordSelector { BcNo = contact["number"]!.ToString(), SalesName = "Mira Ostrowski" });

        Assert.Equal("M.", (await world.Desk.RowAsync("bc", "contacts", coupling.BcId))!["firstName"]!.ToString());
        Assert.Equal("Mira", (await world.Desk.RowAsync("sales", "contacts", coupling.SalesId))!["firstname"]!.ToString());
        Assert.Equal(before, (await world.JobsAsync()).Count);
        Assert.Null(coupling.LastSynchronized);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "CPL-124")]
    public async Task An_account_that_belongs_to_another_customer_is_refused_with_its_customer_named(bool otherIsCoupledToo)
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });
        if (otherIsCoupledToo)
            await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Trey Research" });
        var before = await world.CouplingsAsync("CUSTOMER");

        var refused = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Adatum Corp." });

        Assert.Equal("BcSync.Coupling.Taken", refused.Error!.ErrorId);
        Assert.Contains("C10000 (Adatum Corporation)", refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await world.CouplingsAsync("CUSTOMER"));
    }

    [Fact]
    [Trait("Scenario", "CPL-128")]
    public async Task A_coupled_customer_can_be_pointed_at_another_account()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var first = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });

        var second = await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Northwind Traders" });

        Assert.Equal(first.BcId, second.BcId);
        Assert.Equal(second, Assert.Single(await world.CouplingsAsync("CUSTOMER")));
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesId = first.SalesId });
    }

    [Theory]
    [InlineData("c?0000", null, 2)]
    [InlineData(null, "*oRp.", 1)]
    [InlineData(null, "*orp", 0)]
    public async Task Couplings_are_found_by_wildcards_in_number_and_name(string? number, string? name, int expected)
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." });
        await world.CoupledAsync("CUSTOMER", new RecordSelector { BcNo = "C20000", SalesName = "Trey Research" });

        var query = new CouplingQuery { Mapping = "CUST*", Records = new RecordSelector { BcNo = number, SalesName = name } };

        Assert.Equal(expected, await world.Session.GetCouplingsAsync(query, default).CountAsync());
        Assert.Empty(await world.Session.GetCouplingsAsync(query with { Literal = true }, default).ToListAsync());
    }

    [Theory]
    [InlineData("Graphic Design Institute")]
    [InlineData("Margie's Travel")]
    [Trait("Scenario", "CPL-152")]
    public async Task A_row_that_the_filter_of_the_mapping_hides_is_no_candidate(string account)
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        var refused = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C10000", SalesName = account });

        Assert.Equal("BcSync.Coupling.OutsideFilter", refused.Error!.ErrorId);
        Assert.Empty(await world.CouplingsAsync("CUSTOMER"));
    }

    [Theory]
    [InlineData("CC", "CC", null)]
    [InlineData("cccc", "CCCC", null)]
    [InlineData("CCC", "CCCC", null)]
    [InlineData("C", null, "BcSync.Coupling.NameAmbiguous")]
    [InlineData("ZZ", null, "BcSync.Coupling.RecordNotFound")]
    public async Task A_name_is_taken_exactly_then_as_the_only_beginning_and_never_guessed(string given, string? found, string? error)
    {
        await using var world = await SyncWorld.OpenAsync("empty");
        await world.Desk.BcAsync("customers", new { number = "C1", displayName = "Customer 1" });
        await world.Desk.SalesAsync("accounts", new { name = "CCCC", customertypecode = 3 }, new { name = "CC", customertypecode = 3 });

        var outcome = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C1", SalesName = given });

        Assert.Equal((found, error), (outcome.Value?.SalesName, outcome.Error?.ErrorId));
        Assert.Equal(found is null ? 0 : 1, (await world.CouplingsAsync("CUSTOMER")).Count);
    }
}
