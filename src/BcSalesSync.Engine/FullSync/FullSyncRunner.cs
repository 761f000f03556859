using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// Works through the lines of a full synchronisation in dependency order, side by side those that do not wait for each other, and, at the end,
/// takes up the records that waited for others. Every step is saved, so that the run can stop or be killed at any moment and go on from there.
/// </summary>
internal sealed class FullSyncRunner(
    EngineParts parts, MappingSet mappings, RunState run, HeldClaim claim, ISyncObserver observer, CancellationToken processEnds)
{
    private const int Sweeps = 5;

    // While one waits for a system, others use the time. More would only share what the two systems allow at a time.
    private const int LinesAtOnce = 8;

    /// <summary>Runs to the end, or to the checkpoint at which it is told to stop; returns the state in which the run ends.</summary>
    public async Task<RunStatus> RunAsync()
    {
        using var span = SyncSpans.StartRun("full synchronisation")?.SetTag("bcsync.run.id", run.Id.ToString());
        using var book = new LineBook(parts with { State = claim.State }, run.Id, observer);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(processEnds, claim.Lost);
        var stop = new StopSignal(parts, run.Id, FullSyncOptions.FromJson(run.Request).Until, claim, processEnds);
        var runner = new LineRunner(parts, mappings, run, book, stop, observer, ends.Token);
        await book.OpenAsync().ConfigureAwait(false);
        try
        {
            await RunLinesAsync(book, runner, ends).ConfigureAwait(false);
            await SweepAsync(book, runner).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await book.StopAsync().ConfigureAwait(false);
            return RunStatus.Stopped;
        }

        await book.CloseAsync().ConfigureAwait(false);
        return book.Lines.Any(line => line.Status is FullSyncStatus.Failed) ? RunStatus.Failed : RunStatus.Finished;
    }

    private async Task RunLinesAsync(LineBook book, LineRunner runner, CancellationTokenSource ends)
    {
        var underWay = new Dictionary<string, Task>();
        try
        {
            while (true)
            {
                while (underWay.Count < LinesAtOnce && LineOrder.Next(book.Lines, underWay.Keys, mappings) is { } line)
                    underWay.Add(line.Mapping, runner.RunAsync(line));
                if (underWay.Count == 0)
                    return;
                var ended = await Task.WhenAny(underWay.Values).ConfigureAwait(false);
                underWay.Remove(underWay.First(entry => entry.Value == ended).Key);
                await ended.ConfigureAwait(false);
            }
        }
        catch (Exception problem)
        {
            // Told to stop, every line comes to its next checkpoint by itself.
            if (problem is not OperationCanceledException)
                await ends.CancelAsync().ConfigureAwait(false);
            var others = underWay.Values.ToArray();
            await Task.WhenAll(others).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (problem is OperationCanceledException && others.FirstOrDefault(line => line.IsFaulted) is { } failed)
                await failed.ConfigureAwait(false);
            throw;
        }
    }

    // Records that waited for a reference are due once it is coupled; what they make due in turn comes with the next round.
    private async Task SweepAsync(LineBook book, LineRunner runner)
    {
        for (var round = 0; round < Sweeps; round++)
        {
            var before = book.Read;
            foreach (var line in book.Lines.Where(line => line.Status is FullSyncStatus.Finished && line.Action is not null).ToArray())
            {
                var mapping = mappings.Find(line.Mapping)!;
                if (await IsDueAsync(mapping).ConfigureAwait(false))
                    await runner.TryRunAsync(mapping, PassScope.Released, line.Action!.Value).ConfigureAwait(false);
            }

            if (book.Read == before)
                return;
        }
    }

    private async Task<bool> IsDueAsync(TableMapping mapping)
    {
        var query = new DueQuery(parts.Clock.GetUtcNow(), 1, ReleasedOnly: true);
        foreach (var direction in mapping.Direction.Passes())
        {
            if ((await parts.State.Pending.DueAsync(mapping.Name, direction, query, CancellationToken.None)
                .ConfigureAwait(false)).Count > 0)
                return true;
        }

        return false;
    }
}
