using System.Net;
using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Tests.Running;

/// <summary>What a service tells of itself.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private RunWorld world = null!;

    public async Task InitializeAsync() => world = await RunWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task It_tells_the_connection_and_each_entry_and_no_secret()
    {
        world.Environment["BCSYNC_TOKEN"] = "planted-secret-77aa";
        await using var service = world.Run();
        var health = await service.HealthAsync(health => health["entries"]!.AsArray().Any(entry => entry!["lastResult"] is not null));

        Assert.Equal(("healthy", "connected"), ((string?)health["status"], (string?)health["connection"]!["state"]));
        Assert.Contains("CUSTOMER", health["entries"]!.AsArray().Select(entry => (string?)entry!["name"]));
        var (status, body) = await service.AskAsync("healthz");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("planted-secret", body + string.Join('\n', service.Output.Lines), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync("readyz")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.AskAsync("")).Status);
    }

    [Fact]
    public async Task A_service_outlives_that_its_systems_are_away_when_it_starts()
    {
        var address = new Uri(world.Served.Control.GetLeftPart(UriPartial.Authority));
        await world.Served.StopAsync();
        world.Clock.IsHasty = true;
        await using var service = world.Run("--initialize", "--state", world.State + ".new");

        var health = await service.HealthAsync(health => (string?)health["connection"]!["state"] == "unreachable");
        Assert.Equal("BcSync.Connection.Unreachable", (string?)health["connection"]!["problem"]!["errorId"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.AskAsync("healthz")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.AskAsync("readyz")).Status);
        await using var server = await SandboxServer.StartAsync(address, new SandboxOptions { Seed = "empty" }, default);
        await service.HealthAsync(health => (string?)health["connection"]!["state"] == "connected");

        world.Clock.IsHasty = false;
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task It_is_well_while_a_record_is_refused_and_counts_that()
    {
        await world.RefuseOneCustomerAsync();
        await using var service = world.Run();

        var health = await service.HealthAsync(health => health["entries"]!.AsArray().Any(entry => (int)entry!["lastFailed"]! > 0));

        var entry = health["entries"]!.AsArray().Single(entry => (string?)entry!["name"] == "CUSTOMER")!;
        Assert.Equal(("healthy", "Success", 1, null), ((string?)health["status"], (string?)entry["lastResult"], (int)entry["lastFailed"]!, entry["problem"]));
    }

    [Fact]
    public async Task It_is_unwell_once_everything_that_ran_failed()
    {
        await using var service = world.Run();
        await service.Output.SeenAsync(" CUSTOMER-STATISTICS: ");
        await world.FaultAsync(new { status = 401 });
        world.Clock.Advance(TimeSpan.FromDays(2));

        var health = await service.HealthAsync(health => (string?)health["status"] == "unhealthy");

        Assert.Contains(health["entries"]!.AsArray(), entry => entry!["problem"] is not null);
    }
}
