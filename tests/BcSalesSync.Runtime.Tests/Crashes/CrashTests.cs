using System.Globalization;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Crashes;

public sealed class CrashTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(0, false)]
    [InlineData(0, true)]
    public Task A_process_that_dies_at_any_write_of_a_full_synchronisation_loses_and_doubles_nothing(int tier, bool applied) =>
        DieEverywhereAsync(tier, DoomedStep.Write, applied, 5);

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public Task A_process_that_dies_between_a_write_and_saving_its_outcome_loses_and_doubles_nothing(int tier) =>
        DieEverywhereAsync(tier, DoomedStep.Commit, false, 15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Processes_that_die_one_after_the_other_come_to_the_end_together(int seed)
    {
        var random = new Random(seed);
        await using var world = await BegunAsync(2);
        var lives = 0;
        Func<ISyncSession, Task> work = FullSyncLife.StartAsync;
        while (!await world.LiveAsync(new Doom(DoomedStep.Write, random.Next(1, 5), random.Next(2) == 0), work))
        {
            work = FullSyncLife.GoOnAsync;
            Assert.InRange(++lives, 1, 100);
        }

        Assert.InRange(lives, 2, 100);
        await AssertSettledAsync(world, $"{lives} processes died");
    }

    [Fact]
    public async Task The_run_of_a_dead_process_shows_as_stopped()
    {
        await using var world = await BegunAsync(2);
        Assert.False(await world.LiveAsync(new Doom(DoomedStep.Write, 1, false), FullSyncLife.StartAsync));

        await world.LiveAsync(async session =>
        {
            Assert.Equal(FullSyncStatus.Stopped, (await session.WaitFullSyncAsync(SilentObserver.Instance, default)).Status);
            var lines = await session.GetFullSyncAsync(null, default).ToListAsync();
            Assert.Contains(lines, line => line.Status is FullSyncStatus.Stopped);
            Assert.DoesNotContain(lines, line => line.Status is FullSyncStatus.Running);
        });
    }

    private static async Task DieEverywhereAsync(int tier, DoomedStep kind, bool taken, int atLeast)
    {
        await using var begun = await BegunAsync(tier, copied: true);
        var strike = 1;
        for (var died = true; died; strike++)
        {
            await using var world = begun.Copy();
            died = !await world.LiveAsync(new Doom(kind, strike, taken), FullSyncLife.StartAsync);
            if (died)
                await world.LiveAsync(FullSyncLife.GoOnAsync);
            await AssertSettledAsync(world, $"the process died at {kind} {strike}");
        }

        Assert.InRange(strike, atLeast, 100);
    }

    private static async Task<MortalWorld> BegunAsync(int tier, bool copied = false)
    {
        var world = new MortalWorld(BusyDay.Seed, tier, copied);
        await world.LiveAsync(FullSyncLife.PrepareAsync);
        await BusyDay.PassAsync(world.Desk);
        return world;
    }

    private static async Task AssertSettledAsync(MortalWorld world, string circumstances)
    {
        try
        {
            await world.LiveAsync(session => BusyDay.AssertInStepAsync(world.Desk, session));
            await world.Desk.ResetRequestsAsync();
            await world.LiveAsync(FullSyncLife.StartAsync);
            Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Method is "PATCH" or "DELETE" || (count.Method == "POST" && count.Set != "$batch"));
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"When {circumstances}: {problem.Message}"), problem);
        }
    }
}
