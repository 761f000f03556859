using System.Collections.Concurrent;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>Workers in sessions of their own, who take up partitions in turn, each partition one of them at a time.</summary>
internal sealed class WorkerCrew(ManualClock clock, int count) : IPartitionHost, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> working = [];
    private readonly ConcurrentDictionary<ISyncSession, int> taken = [];
    private readonly List<ISyncSession> workers = [];
    private readonly List<ISyncSession> hired = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Pace pace = new(clock);
    private int turn;

    public int Count => count;

    /// <summary>How many workers took up partitions.</summary>
    public int Busy => taken.Count;

    /// <summary>Which tickets are taken up; the others are lost.</summary>
    public Predicate<PartitionTicket> Takes { get; init; } = _ => true;

    /// <summary>How many partitions are worked on at a time; who is sent for waits in turn.</summary>
    public SemaphoreSlim Threads { get; init; } = new(int.MaxValue);

    /// <summary>Called whenever a worker begins.</summary>
    public Func<Task> Begins { get; init; } = () => Task.CompletedTask;

    public void Hire(ISyncSession worker)
    {
        hired.Add(worker);
        lock (workers)
            workers.Add(worker);
    }

    public Task StartAsync(IReadOnlyList<PartitionTicket> tickets, CancellationToken cancellationToken)
    {
        foreach (var ticket in tickets.Where(ticket => Takes(ticket)))
        {
            if (!working.TryGetValue(ticket.Name, out var work) || work.IsCompleted)
                working[ticket.Name] = Task.Run(() => WorkAsync(ticket), CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(working.Values);
        foreach (var worker in hired)
            await worker.DisposeAsync();
        await pace.DisposeAsync();
        closing.Dispose();
        Threads.Dispose();
    }

    private async Task WorkAsync(PartitionTicket ticket)
    {
        await Threads.WaitAsync();
        try
        {
            await Begins();
            await WorkInTurnAsync(ticket);
        }
        finally
        {
            Threads.Release();
        }
    }

    private async Task WorkInTurnAsync(PartitionTicket ticket)
    {
        ISyncSession worker;
        lock (workers)
            worker = workers[turn++ % workers.Count];
        taken.AddOrUpdate(worker, 1, (_, times) => times + 1);
        try
        {
            await worker.RunPartitionAsync(ticket, SilentObserver.Instance, closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
        }
        catch (DeathException)
        {
            // It may work on another partition at the same time, and dies there by itself.
            lock (workers)
                workers.Remove(worker);
        }
    }
}
