using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Values;

/// <summary>A value that its destination cannot hold costs its own record and no other.</summary>
public sealed class UnfittingValueTests
{
    [Theory]
    [InlineData("numberofemployees", "abc", "12")]
    [InlineData("numberofemployees", "99999999999999999999999999999999", "12")]
    [InlineData("creditonhold", "perhaps", "true")]
    [InlineData("preferredcontactmethodcode", "99", "2")]
    [InlineData("preferredcontactmethodcode", "Pigeon", "2")]
    [InlineData("lastusedincampaign", "2026-13-01", "2026-12-01")]
    public async Task A_value_that_does_not_fit_fails_its_own_record_and_the_others_go_on(string column, string bad, string good)
    {
        using var folder = new TemporaryFolder();
        await using var world = await OpenAsync(folder, new FieldMapping
        {
            BcField = "addressLine2", SalesField = column, Direction = SyncDirection.ToSales,
        });
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        var customers = await world.Desk.RowsAsync("bc", "customers");
        var unlucky = customers[1]["number"]!.ToString();
        await world.Desk.BcAsync("customers", [.. customers.Select(row => new
        {
            id = row["id"], addressLine2 = row["number"]!.ToString() == unlucky ? bad : good,
        })]);

        var results = await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        var failed = Assert.Single(results, result => result.Action is SyncAction.Failed);
        Assert.Equal(
            (unlucky, "BcSync.Record.ValueDoesNotFit", FailureClass.Data), (failed.BcNo, failed.Error!.ErrorId, failed.Error.Class));
        foreach (var named in new[] { "addressLine2", bad, column })
            Assert.Contains(named, failed.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BcFieldMapping -Mapping CUSTOMER", failed.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(customers.Count - 1, results.Count(result => result.Action is SyncAction.Updated));
    }

    [Fact]
    public async Task A_record_whose_value_does_not_fit_is_not_created_and_comes_once_it_is_mended()
    {
        using var folder = new TemporaryFolder();
        await using var world = await OpenAsync(folder, new FieldMapping
        {
            BcField = "addressLine2", SalesField = "numberofemployees", Direction = SyncDirection.ToSales,
        });
        var unlucky = (await world.Desk.RowsAsync("bc", "customers"))[1]["id"]!.GetValue<Guid>();
        await world.Desk.BcAsync("customers", new { id = unlucky, addressLine2 = "a dozen" });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 4, 1), (line.Status, line.Inserted, line.Failed));
        await world.Desk.BcAsync("customers", new { id = unlucky, addressLine2 = "12" });
        Assert.Equal(SyncAction.Created, Assert.Single(await world.RunAsync("CUSTOMER", SyncDirection.ToSales)).Action);
    }

    [Fact]
    public async Task A_value_of_Sales_that_Business_Central_cannot_hold_fails_its_own_record()
    {
        using var folder = new TemporaryFolder();
        await using var world = await OpenAsync(folder, new FieldMapping
        {
            BcField = "creditLimit", SalesField = "tickersymbol", Direction = SyncDirection.ToBusinessCentral,
        });
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        var accounts = await world.Desk.RowsAsync("sales", "accounts");
        var unlucky = accounts[1]["accountid"]!.GetValue<Guid>();
        await world.Desk.SalesAsync("accounts", [.. accounts.Select(row => new
        {
            accountid = row["accountid"], tickersymbol = row["accountid"]!.GetValue<Guid>() == unlucky ? "MSFT" : "500",
        })]);

        var results = await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        var failed = Assert.Single(results, result => result.Action is SyncAction.Failed);
        Assert.Equal((unlucky, "BcSync.Record.ValueDoesNotFit"), (failed.SalesId, failed.Error!.ErrorId));
        Assert.Equal(accounts.Count - 1, results.Count(result => result.Action is SyncAction.Updated));
    }

    [Fact]
    public async Task A_constant_that_does_not_fit_is_named_as_one()
    {
        using var folder = new TemporaryFolder();
        await using var world = await OpenAsync(folder, new FieldMapping
        {
            SalesField = "numberofemployees", Constant = "many", Direction = SyncDirection.ToSales,
        });

        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");

        var error = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).FirstAsync();
        Assert.Equal("BcSync.Record.ValueDoesNotFit", error.ErrorId);
        Assert.Contains("constant 'many'", error.Message, StringComparison.Ordinal);
    }

    private static async Task<SyncWorld> OpenAsync(TemporaryFolder folder, FieldMapping field)
    {
        var state = folder.File("state.db");
        var world = await SyncWorld.OpenAsync("scale:5", statePath: state);
        await FieldRows.AddAsync(state, "CUSTOMER", field);
        await world.PrepareReferencesAsync();
        return world;
    }
}
