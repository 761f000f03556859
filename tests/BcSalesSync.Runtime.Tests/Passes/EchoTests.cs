using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class EchoTests
{
    [Fact]
    public async Task Our_own_write_comes_back_and_writes_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("fax", "222"));
        await world.RunAsync("CUSTOMER");
        var sales = await pair.SalesAsync("modifiedon");
        await world.Desk.ResetRequestsAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(await world.RunAsync("CUSTOMER"));

        Assert.Equal(sales, await pair.SalesAsync("modifiedon"));
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Method is "PATCH" or "POST" && count.Set is "customers" or "accounts");
    }

    [Fact]
    public async Task Where_only_one_side_counts_a_record_that_is_touched_there_puts_the_other_one_right()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.RunAsync("CURRENCY");
        var pair = (await world.CouplingsAsync("CURRENCY"))[0];
        var name = (await world.Desk.RowAsync("bc", "currencies", pair.BcId))!["displayName"]!.ToString();
        await world.Desk.SalesAsync("transactioncurrencies", new { transactioncurrencyid = pair.SalesId, currencyname = "Doubloons" });
        Assert.Empty(await world.RunAsync("CURRENCY"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("currencies", new { id = pair.BcId, displayName = name });

        await world.RunAsync("CURRENCY");

        Assert.Equal(name, (await world.Desk.RowAsync("sales", "transactioncurrencies", pair.SalesId))!["currencyname"]!.ToString());
    }

    [Theory]
    [InlineData("PT0S")]
    [InlineData("PT5M")]
    [Trait("Scenario", "ENG-125")]
    public async Task Edits_on_both_sides_travel_and_echoes_stay_unchanged(string salesOffset)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync(salesOffset);
        var customer1 = await world.CustomerInStepAsync();
        var customer2 = await world.CustomerInStepAsync("C20000", "Trey Research");
        var contact1 = await world.ContactInStepAsync("CT000201", "Robert Townes");
        var contact2 = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await SettleAsync(world);
        await customer1.EditBcAsync(("faxNumber", "111"));
        await contact2.EditBcAsync(("pager", "111"));
        await customer2.EditSalesAsync(("fax", "222"));
        await contact1.EditSalesAsync(("pager", "222"));

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CONTACT");

        foreach (var mapping in new[] { "CUSTOMER", "CONTACT" })
        {
            Assert.Equal("Modified=1", await world.CountsAsync(mapping, SyncDirection.ToSales));
            Assert.Equal("Modified=1 Unchanged=1", await world.CountsAsync(mapping, SyncDirection.ToBusinessCentral));
        }

        Assert.Equal(("111", "222"), (await customer1.SalesAsync("fax"), await customer2.BcAsync("faxNumber")));
        Assert.Equal(("222", "111"), (await contact1.BcAsync("pager"), await contact2.SalesAsync("pager")));
    }

    [Fact]
    [Trait("Scenario", "ENG-128")]
    public async Task Clashing_names_fail_in_each_direction_and_the_watermarks_go_on()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await SettleAsync(world);
        await customer.EditBcAsync(("displayName", "X"));
        await customer.EditSalesAsync(("name", "Y"));
        await contact.EditBcAsync(("surname", "X"));
        await contact.EditSalesAsync(("lastname", "Y"));

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CONTACT");

        foreach (var mapping in new[] { "CUSTOMER", "CONTACT" })
        {
            Assert.Equal("Failed=1", await world.CountsAsync(mapping, SyncDirection.ToSales));
            Assert.Equal("Failed=1", await world.CountsAsync(mapping, SyncDirection.ToBusinessCentral));
        }

        Assert.Equal(("X", "Y"), (await customer.BcAsync("displayName"), await customer.SalesAsync("name")));
        Assert.Equal(("X", "Y"), (await contact.BcAsync("surname"), await contact.SalesAsync("lastname")));
    }

    [Theory]
    [InlineData("PT5M")]
    [InlineData("-PT5M")]
    [Trait("Scenario", "ENG-132")]
    public async Task Each_rename_in_Business_Central_travels_once_whatever_the_clocks(string salesOffset)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync(salesOffset);
        var pair = await world.CustomerInStepAsync();
        await SettleAsync(world);
        foreach (var name in new[] { "X1", "X2" })
        {
            await pair.EditBcAsync(("displayName", name));

            await world.RunAsync("CUSTOMER");

            Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
            Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
            Assert.Equal(name, await pair.SalesAsync("name"));
        }
    }

    [Theory]
    [InlineData("PT5M")]
    [InlineData("-PT5M")]
    [Trait("Scenario", "ENG-137")]
    public async Task A_rename_here_and_then_there_travels_back_and_forth(string salesOffset)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync(salesOffset);
        var pair = await world.CustomerInStepAsync();
        await SettleAsync(world);
        await pair.EditBcAsync(("displayName", "X1"));
        await world.RunAsync("CUSTOMER");
        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        await pair.EditSalesAsync(("name", "X2"));

        await world.RunAsync("CUSTOMER");

        Assert.Equal("", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        Assert.Equal("X2", await pair.BcAsync("displayName"));
    }

    // Echoes of the set-up are read, so that later counts speak of the edits alone.
    private static async Task SettleAsync(SyncWorld world)
    {
        for (var round = 0; round < 2; round++)
        {
            await world.RunAsync("CUSTOMER");
            await world.RunAsync("CONTACT");
        }
    }
}
