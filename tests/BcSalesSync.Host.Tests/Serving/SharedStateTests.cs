using BcSalesSync.Contracts;
using BcSalesSync.State.Tests.PostgreSql.Server;

namespace BcSalesSync.Host.Tests.Serving;

/// <summary>Sessions of several machines on one state in PostgreSQL.</summary>
public sealed class SharedStateTests
{
    [PostgresFact]
    public async Task What_one_machine_couples_and_synchronises_the_other_goes_on_with()
    {
        var place = await PlaceAsync("shared_work");
        await using var served = await ServedSandbox.StartAsync("--seed", "cronus");
        await using var first = await ServedSession.OpenSharedAsync(served, place);
        await using var second = await ServedSession.OpenSharedAsync(served, place);

        await first.CoupleSalespersonAsync("JO", "Jim Olive");
        await second.FullSyncAsync("CURRENCY");

        Assert.Contains(await first.GetFullSyncAsync(null, default).ToListAsync(), line => line.Mapping == "CURRENCY" && line.Inserted > 0);
        Assert.Equal("JO", Assert.Single(await second.GetCouplingsAsync(new CouplingQuery { Mapping = "SALESPEOPLE" }, default).ToListAsync()).BcNo);
        Assert.EndsWith("/postgres/shared_work", first.Connection.State, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresServer.Password, first.Connection.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_state_is_refused_for_systems_it_was_not_made_with()
    {
        var place = await PlaceAsync("shared_owned");
        await using (var served = await ServedSandbox.StartAsync("--seed", "cronus"))
            await (await ServedSession.OpenSharedAsync(served, place)).DisposeAsync();
        await using var others = await ServedSandbox.StartAsync("--seed", "empty");

        var refused = await Assert.ThrowsAsync<SyncException>(() => ServedSession.OpenSharedAsync(others, place));

        Assert.Equal("BcSync.Connection.StateOfOtherSystems", refused.Error.ErrorId);
        Assert.Contains("/postgres/shared_owned", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> PlaceAsync(string schema) => $"{(await PostgresServer.GetAsync()).ConnectionString};Search Path={schema}";
}
