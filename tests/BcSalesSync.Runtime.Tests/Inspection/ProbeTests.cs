using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

public sealed class ProbeTests
{
    [Fact]
    public async Task Both_systems_tell_their_version()
    {
        await using var world = await SyncWorld.OpenAsync();

        Assert.Contains("version 28.", (await CheckAsync(world, "Business Central")).Message, StringComparison.Ordinal);
        Assert.Contains("version 9.2.", (await CheckAsync(world, "Sales")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_user_is_recognised() => Assert.Contains(
        "application user", (await CheckAsync(await SyncWorld.OpenAsync(), "User in Sales")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_disabled_user_fails_with_the_way_to_activate_it()
    {
        await using var world = await SyncWorld.OpenAsync();
        var users = await world.Desk.RowsAsync("sales", "systemusers");
        var user = Assert.Single(users, row => row["applicationid"] is not null);
        await world.Desk.SilentlyAsync("sales", "systemusers", new { systemuserid = user["systemuserid"]!.ToString(), isdisabled = true });

        var check = await CheckAsync(world, "User in Sales");

        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Contains("Activate", check.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oobpricecalculationenabled", false, "Price calculation")]
    [InlineData("expirechangetrackingindays", 1, "Change retention")]
    public async Task Settings_of_the_organisation_that_stand_in_the_way_are_named(string column, object value, string name)
    {
        await using var world = await SyncWorld.OpenAsync();
        var organization = Assert.Single(await world.Desk.RowsAsync("sales", "organizations"));
        await world.Desk.SilentlyAsync("sales", "organizations", new Dictionary<string, object?>
        {
            ["organizationid"] = organization["organizationid"]!.ToString(), [column] = value,
        });

        var check = await CheckAsync(world, name);

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.NotNull(check.RecommendedAction);
    }

    [Fact]
    public async Task An_organisation_that_was_told_otherwise_about_orders_is_named()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);
        var organization = Assert.Single(await world.Desk.RowsAsync("sales", "organizations"));
        await world.Desk.SilentlyAsync(
            "sales", "organizations", new { organizationid = organization["organizationid"]!.ToString(), issopintegrationenabled = false });

        Assert.Equal(CheckStatus.Warning, (await CheckAsync(world, "Order switch")).Status);
    }

    [Fact]
    public async Task Without_the_sales_app_the_check_fails()
    {
        await using var world = await SyncWorld.OpenAsync();
        var solutions = await world.Desk.RowsAsync("sales", "solutions");
        var app = Assert.Single(solutions, row => row["uniquename"]?.ToString() == "msdynce_Sales");
        await world.Desk.SilentlyAsync("sales", "solutions", new { solutionid = app["solutionid"]!.ToString(), uniquename = "other" });

        Assert.Equal(CheckStatus.Failed, (await CheckAsync(world, "Sales app")).Status);
    }

    [Fact]
    public async Task A_probe_that_is_refused_is_a_line_and_the_rest_is_looked_at()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Desk.FaultAsync(new { system = "sales", method = "GET", path = "solutions", status = 403, times = 99, when = "before" });

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.Equal(CheckStatus.Failed, Assert.Single(checks, check => check.Check == "Solutions").Status);
        Assert.Contains(checks, check => check is { Check: "Clocks" });
    }

    [Fact]
    public async Task A_clock_that_is_far_off_is_named()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Desk.SalesOffsetAsync("PT10M");

        var check = await CheckAsync(world, "Clocks");

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Contains("Sales", check.Message, StringComparison.Ordinal);
    }

    private static async Task<BcCheck> CheckAsync(SyncWorld world, string name) =>
        Assert.Single(await world.Session.TestAsync(default).ToListAsync(), check => check.Check == name);
}
