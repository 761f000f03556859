using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

[NeedsPostgres]
public sealed class PostgresUpdateTests() : StateContract(new PostgresHome())
{
    private const int Couplings = 200;
    private const int MostLooks = 300;

    [Fact]
    public async Task Couplings_that_stay_with_their_partners_change_without_a_change_of_any_index()
    {
        await SaveAsync([.. Enumerable.Range(1, Couplings).Select(number => Coupling(number))]);

        await SaveAsync([.. (await AllAsync()).Select(coupling => coupling with { LastSynchronized = Now.AddDays(1), SalesName = "Another name" })]);

        Assert.Equal((Couplings, Couplings), await UpdatesAsync());
    }

    // Updates so far, and those among them that touched no index. The server counts what a connection did some time after, at its end at the latest.
    private async Task<(long All, long Untouching)> UpdatesAsync()
    {
        await Store.DisposeAsync();
        var home = (PostgresHome)Home;
        for (var looks = 0; looks < MostLooks && await CountAsync("n_tup_upd") < Couplings; looks++)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        return (await CountAsync("n_tup_upd"), await CountAsync("n_tup_hot_upd"));

        async Task<long> CountAsync(string counter) => (long)(await home.RunAsync(
            $"SELECT {counter} FROM pg_stat_user_tables WHERE schemaname = '{home.Schema}' AND relname = 'couplings'"))!;
    }
}
