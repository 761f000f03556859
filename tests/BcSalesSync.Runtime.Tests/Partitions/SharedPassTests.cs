using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>Several workers on one state do a long pass together; what comes out is what one alone would have made.</summary>
public sealed class SharedPassTests : IDisposable
{
    private const int Customers = 300;
    private static readonly string[] Mappings = ["CURRENCY", "CUSTOMER"];
    private readonly TemporaryFolder folder = new();

    private string StatePath => folder.File("state.db");

    [Fact]
    public async Task A_long_pass_is_done_by_several_workers_and_ends_as_if_one_had_done_it()
    {
        await using var shared = await OpenAsync();
        await using var crew = await CrewAsync(shared, workers: 3);
        await using var leader = await shared.ConnectWorkerAsync(StatePath, crew);

        var line = await SynchronizeAsync(leader);

        Assert.Equal((FullSyncStatus.Finished, Customers, 0), (line.Status, line.Inserted, line.Failed));
        Assert.True(crew.Busy > 1, "One worker did everything.");
        await using var alone = await OpenAsync(folder.File("alone.db"));
        await SynchronizeAsync(alone.Session);
        Assert.Equal(await AccountsAsync(alone), await AccountsAsync(shared));
        Assert.Equal(Customers, await CouplingsAsync(shared));
    }

    [Fact]
    public async Task A_worker_that_is_done_with_its_partition_goes_on_with_those_that_nobody_has()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 1, ticket => ticket.Name.EndsWith("/0", StringComparison.Ordinal));
        await using var leader = await world.ConnectWorkerAsync(StatePath, crew);

        var line = await SynchronizeAsync(leader).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((FullSyncStatus.Finished, Customers, 0), (line.Status, line.Inserted, line.Failed));
    }

    [Fact]
    public async Task A_worker_gives_passes_that_are_under_way_side_by_side_their_turns()
    {
        await using var world = await OpenAsync(mappings: ["CURRENCY", "CUSTOMER", "UNIT OF MEASURE", "ITEM-PRODUCT"]);
        var watch = new StateWatch();
        var handedOut = Task.WhenAll(new[] { "CUSTOMER", "ITEM-PRODUCT" }.Select(
            mapping => watch.SavedAsync(change => change.Slices.Any(slice => slice.Key.Mapping == mapping))));
        await using var crew = new WorkerCrew(world.Clock, count: 3) { Threads = new SemaphoreSlim(1), Begins = () => handedOut };
        var settled = new ConcurrentQueue<SettledSlice>();
        crew.Hire(await world.ConnectWorkerAsync(StatePath, null, store => new HeardStore(store, change =>
        {
            foreach (var slice in change.SettledSlices)
                settled.Enqueue(slice);
        })));
        await using var leader = await world.ConnectWorkerAsync(StatePath, crew, watch.Over);

        await leader.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await leader.WaitFullSyncAsync(SilentObserver.Instance, default);

        Assert.InRange(settled.Count, 4, int.MaxValue);
        Assert.All(settled.Take(4).Chunk(2), pair => Assert.NotEqual(pair[0].Key.Mapping, pair[1].Key.Mapping));
        Assert.Equal(Customers, (await AccountsAsync(world)).Count);
    }

    [Fact]
    public async Task What_a_worker_that_died_had_begun_is_done_by_another_and_nothing_twice()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 0);
        var death = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        crew.Hire(await world.ConnectWorkerAsync(StatePath, null, store => new FaultyStore(store, AtSettling(1, death))));
        crew.Hire(await world.ConnectWorkerAsync(StatePath, null, store => new FaultyStore(store, AtSettling(2, death))));
        crew.Hire(await world.ConnectWorkerAsync(StatePath, null, SettlingAfter(death.Task)));
        crew.Hire(await world.ConnectWorkerAsync(StatePath, null, SettlingAfter(death.Task)));
        await using var leader = await world.ConnectWorkerAsync(StatePath, crew);

        var line = await SynchronizeAsync(leader);

        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed));
        Assert.True(death.Task.IsCompleted, "Nobody died.");
        Assert.Equal(Customers, (await AccountsAsync(world)).Distinct().Count());
        Assert.Equal(Customers, (await AccountsAsync(world)).Count);
        Assert.Equal(Customers, await CouplingsAsync(world));
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_workers_write_goes_on_from_there()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 2);
        var leader = await world.ConnectWorkerAsync(StatePath, crew);
        var hold = world.Watch.HoldSalesWrites("accounts");
        await leader.StartFullSyncAsync(Request, default);
        await hold.Reached;

        var closing = leader.DisposeAsync();
        hold.Release();
        await closing;

        var run = await world.Session.ResumeToEndAsync();
        Assert.Equal(FullSyncStatus.Finished, run.Status);
        Assert.Equal(Customers, (await AccountsAsync(world)).Count);
        Assert.Equal(Customers, await CouplingsAsync(world));
    }

    [Fact]
    public async Task A_call_that_a_system_refuses_one_worker_ends_the_pass_with_its_reason()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 2);
        await using var leader = await world.ConnectWorkerAsync(StatePath, crew);
        var hold = world.Watch.HoldSalesWrites("accounts");
        await leader.StartFullSyncAsync(Request, default);
        await hold.Reached;
        await world.Desk.FaultAsync(new { system = "sales", method = "GET", path = "accounts", status = 403, times = 1_000, when = "before" });

        hold.Release();
        var run = await leader.WaitFullSyncAsync(SilentObserver.Instance, default);

        var line = (await leader.ReviewAsync())["CUSTOMER"];
        Assert.Equal((FullSyncStatus.Failed, FullSyncStatus.Failed), (run.Status, line.Status));
        Assert.Contains("privilege", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_synchronisation_whose_process_is_gone_is_taken_up_by_a_worker()
    {
        await using var world = await OpenAsync();
        var hold = world.Watch.HoldSalesWrites("accounts");
        var death = hold.Reached;
        var starter = await world.ConnectWorkerAsync(StatePath, null, store => new DeadStore(store, death));
        await starter.StartFullSyncAsync(Request, default);
        await death;
        await using var worker = await world.ConnectWorkerAsync(StatePath, null);
        Assert.False(await worker.TakeUpFullSyncAsync(SilentObserver.Instance, default));

        world.Clock.Advance(TimeSpan.FromMinutes(3));
        hold.Release();

        Assert.True(await worker.TakeUpFullSyncAsync(SilentObserver.Instance, default));
        Assert.False(await worker.TakeUpFullSyncAsync(SilentObserver.Instance, default));
        var review = await world.Session.ReviewAsync();
        Assert.Equal(FullSyncStatus.Finished, review["CUSTOMER"].Status);
        Assert.Equal(Customers, (await AccountsAsync(world)).Count);
        Assert.Equal(Customers, await CouplingsAsync(world));
    }

    [Fact]
    public async Task What_workers_had_settled_for_a_leader_that_died_is_counted_by_the_next()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 2);
        var leader = await world.ConnectWorkerAsync(StatePath, crew, store => new FaultyStore(
            store, change => change.DroppedSlices.Any(slice => slice.Number is > 0 and < int.MaxValue)));
        await leader.StartFullSyncAsync(Request, default);
        await Assert.ThrowsAsync<DeathException>(() => leader.WaitFullSyncAsync(SilentObserver.Instance, default));

        await world.Session.ResumeToEndAsync();

        var line = (await world.Session.ReviewAsync())["CUSTOMER"];
        Assert.Equal((FullSyncStatus.Finished, Customers, 0), (line.Status, line.Inserted, line.Failed));
        Assert.Equal(Customers, (await AccountsAsync(world)).Count);
    }

    [Fact]
    public async Task A_slice_that_nobody_can_read_ends_the_pass_instead_of_going_round_for_ever()
    {
        await using var world = await OpenAsync();
        await using var crew = await CrewAsync(world, workers: 2);
        await using var leader = await world.ConnectWorkerAsync(StatePath, crew, store => new GarblingStore(store));

        await leader.StartFullSyncAsync(Request, default);
        var run = await leader.WaitFullSyncAsync(SilentObserver.Instance, default);

        Assert.Equal(FullSyncStatus.Failed, run.Status);
        Assert.Contains("unexpectedly", (await leader.ReviewAsync())["CUSTOMER"].Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    // True from the time a worker is about to settle a slice for the nth time: what it wrote to the systems stays, unsaved.
    private static Predicate<StateChange> AtSettling(int count, TaskCompletionSource death) => change =>
    {
        if (change.SettledSlices.Count == 0 || Interlocked.Decrement(ref count) > 0)
            return false;
        death.TrySetResult();
        return true;
    };

    // Leaves work to those who are to die.
    private static Func<IStateStore, IStateStore> SettlingAfter(Task death)
    {
        var watch = new StateWatch();
        watch.Before(change => change.SettledSlices.Count > 0, () => death.WaitAsync(TimeSpan.FromMinutes(1)));
        return watch.Over;
    }

    private static FullSyncRequest Request => new() { Mappings = Mappings, Action = FullSyncAction.FullSync };

    private static async Task<BcFullSyncLine> SynchronizeAsync(ISyncSession session)
    {
        await session.StartFullSyncAsync(Request, default);
        var run = await session.WaitFullSyncAsync(SilentObserver.Instance, default);
        Assert.Equal(FullSyncStatus.Finished, run.Status);
        return (await session.ReviewAsync())["CUSTOMER"];
    }

    private static async Task<IReadOnlyList<string>> AccountsAsync(SyncWorld world) =>
        [.. (await world.Desk.RowsAsync("sales", "accounts")).Select(Facts).Order(StringComparer.Ordinal)];

    private static string Facts(JsonObject account) =>
        $"{account["accountnumber"]} {account["name"]} {account["address1_city"]} {account["telephone1"]} {account["emailaddress1"]}";

    private static async Task<int> CouplingsAsync(SyncWorld world) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).CountAsync();

    private async Task<SyncWorld> OpenAsync(string? statePath = null, string[]? mappings = null)
    {
        var world = await SyncWorld.OpenAsync($"scale:{Customers}", statePath: statePath ?? StatePath, setUp: false);
        await world.Session.InitializeAsync(new InitializeRequest { Mappings = mappings ?? Mappings, OwnershipModel = OwnershipModel.Team }, SilentObserver.Instance, default).CountAsync();
        return world;
    }

    private async Task<WorkerCrew> CrewAsync(SyncWorld world, int workers, Predicate<PartitionTicket>? takes = null)
    {
        var crew = new WorkerCrew(world.Clock, count: 3) { Takes = takes ?? (_ => true) };
        for (var number = 0; number < workers; number++)
            crew.Hire(await world.ConnectWorkerAsync(StatePath, null));
        return crew;
    }
}
