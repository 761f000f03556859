using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Skipping;
using Npgsql;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>A claim that changes hands in the very moment in which something is saved under it.</summary>
[NeedsPostgres]
public sealed class PostgresFenceTests() : StateContract(new PostgresHome())
{
    private PostgresHome Place => (PostgresHome)Home;

    [Fact]
    public async Task What_is_saved_while_another_takes_the_claim_waits_for_it_and_is_refused()
    {
        var mine = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        await using var taking = await Place.ConnectAsync();
        await using var taken = await taking.BeginTransactionAsync();
        await RunAsync(taking, "UPDATE claims SET holder = 'b', token = token + 1");

        var saving = Store.CommitAsync(new StateChange { Couplings = [Coupling(1)], Fences = [mine.Fence], Now = Now }, None);
        await WaitedForAsync(saving);
        await taken.CommitAsync();

        Assert.Equal("b", (await Assert.ThrowsAsync<ClaimLostException>(() => saving)).Holder);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task What_is_saved_while_another_gives_up_taking_the_claim_stands()
    {
        var mine = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        await using var taking = await Place.ConnectAsync();
        await using var taken = await taking.BeginTransactionAsync();
        await RunAsync(taking, "DELETE FROM claims");

        var saving = Store.CommitAsync(new StateChange { Couplings = [Coupling(1)], Fences = [mine.Fence], Now = Now }, None);
        await WaitedForAsync(saving);
        await taken.RollbackAsync();
        await saving;

        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task Nobody_takes_a_claim_before_what_is_being_saved_under_it_is_saved()
    {
        var mine = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        await Home.PassAsync(Term);
        await using var other = await Home.OpenAsync();
        await using var blocking = await Place.ConnectAsync();
        await using var blocked = await blocking.BeginTransactionAsync();
        await RunAsync(blocking, "LOCK TABLE couplings");
        var saving = Store.CommitAsync(new StateChange { Couplings = [Coupling(1)], Fences = [mine.Fence], Now = Now }, None);
        await WaitedForAsync(saving);

        var taking = other.ClaimAsync("mapping:CUSTOMER", "b", Term, None);
        await WaitedForAsync(taking, waiting: 2);
        await blocked.RollbackAsync();

        await saving;
        Assert.Equal("b", (await taking).Holder);
        Assert.Single(await AllAsync());
    }

    // Until the server itself says so; who does not wait ends, and the test with it.
    private async Task WaitedForAsync(Task work, int waiting = 1)
    {
        const string Waiting = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND pid IN "
            + "(SELECT pid FROM pg_locks WHERE relation IN ('claims'::regclass, 'numbers'::regclass, 'couplings'::regclass))";
        while ((long)(await Place.RunAsync(Waiting))! < waiting)
        {
            Assert.False(work.IsCompleted);
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
