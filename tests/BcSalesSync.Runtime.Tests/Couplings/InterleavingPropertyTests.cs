using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Convergence;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

/// <summary>
/// Whatever somebody does with couplings at whatever moment of a run: what they did stands when the run is over, nobody else is affected, and
/// later runs bring the pairs that there are then into step.
/// </summary>
public sealed class InterleavingPropertyTests
{
    private const int Rounds = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_a_person_does_with_couplings_stands_whenever_a_run_saves(int seed)
    {
#pragma warning disable CA5394 // The same sample each time.
        var random = new Random(seed);
        await using var world = await SyncWorld.OpenAsync($"scale:{Edit.Customers}");
        var customers = await CoupledCustomers.OpenAsync(world, UpdateConflictPolicy.SendToSales, ConflictScope.Field);
        var desk = await CouplingDesk.OpenAsync(world, random);
        var (acted, round) = (0, 0);
        foreach (var days in Edit.Days(seed, Rounds))
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, round {++round}");
            await customers.TypeAsync(days.SelectMany(edits => edits));
            var (saves, moment) = (0, random.Next(1, 4));
            world.State.Before(change => (change.Couplings.Count > 0 || change.Pending.Count > 0) && ++saves == moment, async () =>
            {
                acted++;
                await desk.ActAsync();
            });

            await RunAsync(world, random.Next(4));

            Assert.Equal((note, desk.Expected), (note, await desk.ThereAsync()));
            world.State.Before(_ => false, () => Task.CompletedTask);
            await world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER");
            await world.RunAsync("CUSTOMER");
            await world.RunAsync("CUSTOMER");
            Assert.Equal((note, desk.Expected), (note, await desk.ThereAsync()));
            Assert.Equal((note, string.Empty), (note, await desk.DifferencesAsync()));
        }

        Assert.True(acted >= Rounds / 2, $"The person acted in {acted} rounds only.");
#pragma warning restore CA5394
    }

    private static Task RunAsync(SyncWorld world, int kind) => kind switch
    {
        0 => world.RunAsync("CUSTOMER"),
        1 => world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral),
        2 => world.FullSyncAsync(FullSyncAction.Couple, "CUSTOMER"),
        _ => world.Session.SyncNowAsync(new SyncNowRequest { Mapping = "CUSTOMER", Force = true }, world.Observer, default).ToListAsync().AsTask(),
    };
}
