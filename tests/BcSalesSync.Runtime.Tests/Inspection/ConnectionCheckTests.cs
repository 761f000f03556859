using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

public sealed class ConnectionCheckTests
{
    [Fact]
    public async Task A_connection_that_is_set_up_fails_in_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.DoesNotContain(checks, check => check.Status is CheckStatus.Failed);
        Assert.All(["Business Central", "Sales", "Companion app", "Company in Sales", "Local currency", "Owners", "CUSTOMER"],
            name => Assert.Equal(CheckStatus.Passed, Assert.Single(checks, check => check.Check == name).Status));
    }

    [Fact]
    public async Task Without_the_companion_every_mapping_it_serves_says_so_in_plain_words()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: 0);

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.Equal(CheckStatus.Warning, Assert.Single(checks, check => check.Check == "Companion app").Status);
        var agents = Assert.Single(checks, check => check.Check == "SHIPPING AGENT");
        Assert.Equal(CheckStatus.Warning, agents.Status);
        Assert.Contains("companion", agents.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public async Task Contacts_that_belong_to_vendors_are_said_not_to_be_recognised_without_the_companion(int tier, bool said)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: tier);

        var links = (await world.Session.TestAsync(default).ToListAsync()).SingleOrDefault(check => check.Check == "CONTACT links");

        Assert.Equal(said, links is not null);
        Assert.Equal(said, links?.Message.Contains("belong to one of VENDOR are not recognised", StringComparison.Ordinal) is true);
        Assert.Equal(said, links?.RecommendedAction?.Contains("companion app", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_is_not_met_comes_with_a_next_step()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", setUp: false);

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.Equal("Run Initialize-BcSync.", Assert.Single(checks, check => check.Check == "Mappings").RecommendedAction);
        Assert.All(checks.Where(check => check.Status is not CheckStatus.Passed), check => Assert.NotNull(check.RecommendedAction));
    }

    [Fact]
    public async Task Salespeople_without_users_are_a_warning_in_the_person_model_only()
    {
        await using var person = await SyncWorld.OpenAsync("cronus");
        await using var team = await SyncWorld.OpenAsync("cronus", ownership: OwnershipModel.Team);

        Assert.Contains(await person.Session.TestAsync(default).ToListAsync(), check => check is { Check: "Owners", Status: CheckStatus.Warning });
        Assert.DoesNotContain(await team.Session.TestAsync(default).ToListAsync(), check => check.Check == "Owners");
    }

    [Fact]
    public async Task A_system_that_refuses_is_named_with_what_it_said()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.FaultAsync(new { system = "bc", method = "GET", path = "vendors", status = 403, times = 10, when = "before" });

        var checks = await world.Session.TestAsync(default).ToListAsync();

        var vendors = Assert.Single(checks, check => check.Check == "VENDOR");
        Assert.Equal(CheckStatus.Failed, vendors.Status);
        Assert.NotNull(vendors.RecommendedAction);
        Assert.Contains(checks, check => check is { Check: "CUSTOMER", Status: CheckStatus.Passed });
    }
}
