using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

/// <summary>What the user who is signed in may do in Sales, against what the mappings and switches need.</summary>
public sealed class PrivilegeTests
{
    [Fact]
    public async Task A_user_who_may_do_all_that_is_needed_takes_one_line()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        Assert.Equal(CheckStatus.Passed, Assert.Single(await LinesAsync(world)).Status);
    }

    [Fact]
    public async Task A_missing_privilege_is_named_with_its_table_who_needs_it_and_the_next_step()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.PrivilegesAsync(new { prvWriteProduct = (string?)null });

        var line = Assert.Single(await LinesAsync(world));

        Assert.Equal((CheckStatus.Failed, "Privileges on product"), (line.Status, line.Check));
        Assert.Equal("The user lacks prvWriteProduct, which is needed for ITEM-PRODUCT, RESOURCE-PRODUCT.", line.Message);
        Assert.Contains("a security role of the user prvWriteProduct at the level Organization", line.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Power Platform admin center", line.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_the_own_rows_only_is_too_little_where_changes_are_tracked()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.PrivilegesAsync(new { prvReadContact = "basic" });

        var line = Assert.Single(await LinesAsync(world));

        Assert.Equal((CheckStatus.Failed, "Privileges on contact"), (line.Status, line.Check));
        Assert.StartsWith("prvReadContact reaches only the user's own rows, but change tracking", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Privileges_that_no_mapping_needs_are_not_asked_for()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.PrivilegesAsync(new Dictionary<string, string?> { ["prvDeleteAccount"] = null, ["prvWriteQuote"] = null, ["prvWriteProduct"] = null });
        foreach (var name in new[] { "ITEM-PRODUCT", "RESOURCE-PRODUCT" })
            await world.Session.SetTableMappingAsync(new TableMappingChange { Name = name, Enabled = false }, default);

        Assert.Equal(CheckStatus.Passed, Assert.Single(await LinesAsync(world)).Status);
    }

    [Fact]
    public async Task Order_integration_needs_to_write_orders()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);
        await world.Desk.PrivilegesAsync(new { prvWriteOrder = (string?)null });

        Assert.Contains(
            "order integration", Assert.Single(await LinesAsync(world), line => line.Check == "Privileges on salesorder").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_way_orders_without_the_right_to_delete_their_lines_are_warned_of()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.TwoWay }, default);
        await world.Desk.PrivilegesAsync(new { prvDeleteOrder = (string?)null });

        var line = Assert.Single(await LinesAsync(world));

        Assert.Equal((CheckStatus.Warning, "Privileges on salesorderdetail"), (line.Status, line.Check));
    }

    [Theory]
    [InlineData("RetrieveUserPrivileges")]
    [InlineData("select=Privileges")]
    public async Task A_service_that_does_not_tell_privileges_is_a_warning_and_the_rest_is_looked_at(string path)
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.FaultAsync(new { system = "sales", method = "GET", path, status = 403, when = "before", operation = true });

        var checks = await world.Session.TestAsync(default).ToListAsync();

        var line = Assert.Single(checks, check => check.Check == "Privileges");
        Assert.Equal(CheckStatus.Warning, line.Status);
        Assert.NotNull(line.RecommendedAction);
        Assert.Contains(checks, check => check is { Check: "CUSTOMER", Status: CheckStatus.Passed });
    }

    [Fact]
    public async Task Tables_that_take_new_rows_one_by_one_are_named()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        foreach (var filter in (await world.Desk.RowsAsync("sales", "sdkmessagefilters")).Where(row => row["primaryobjecttypecode"]?.ToString() == "account"))
            await world.Desk.RemoveSilentlyAsync("sales", "sdkmessagefilters", Guid.Parse(filter["sdkmessagefilterid"]!.ToString()));

        var line = Assert.Single(await world.Session.TestAsync(default).ToListAsync(), check => check.Check == "Bulk writes");

        Assert.Contains("account", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("contact", line.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<BcCheck>> LinesAsync(SyncWorld world) =>
        [.. (await world.Session.TestAsync(default).ToListAsync()).Where(check => check.Check.StartsWith("Privileges", StringComparison.Ordinal))];
}
