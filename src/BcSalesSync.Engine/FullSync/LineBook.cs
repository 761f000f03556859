using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.FullSync;

/// <summary>
/// The lines of a running full synchronisation: in memory for the run, in the state for everybody who watches. Lines that run side by side may
/// be saved at once, each by its own.
/// </summary>
internal sealed class LineBook(EngineParts parts, Guid runId, ISyncObserver observer) : IDisposable
{
    private readonly Dictionary<string, Dictionary<Guid, BcSyncJob>> jobs = [];
    private readonly SemaphoreSlim saving = new(1, 1);
    private volatile BcFullSyncLine[] lines = [];
    private int read;

    /// <summary>The lines in the order of runs.</summary>
    public IReadOnlyList<BcFullSyncLine> Lines => lines;

    /// <summary>Records looked at so far by this process.</summary>
    public int Read => Volatile.Read(ref read);

    /// <summary>Loads the lines and jobs of the run.</summary>
    public async Task OpenAsync()
    {
        lines = [.. (await parts.State.Runs.FullSyncLinesAsync(CancellationToken.None).ConfigureAwait(false))
            .Where(line => line.RunId == runId)];
        foreach (var line in lines)
        {
            var earlier = await parts.State.Runs.JobsOfRunAsync(runId, line.Mapping, CancellationToken.None).ConfigureAwait(false);
            jobs[line.Mapping] = earlier.ToDictionary(job => job.Id);
        }
    }

    /// <summary>A line as it is now.</summary>
    public BcFullSyncLine Line(string mapping) => lines.First(line => line.Mapping == mapping);

    /// <summary>Adds a settled page to its line.</summary>
    public Task AddAsync(string mapping, PageReport page)
    {
        jobs[mapping][page.Job.Id] = page.Job;
        Interlocked.Add(ref read, page.Read);
        return SaveAsync(LineProgress.Add(Line(mapping), jobs[mapping].Values, page.Read));
    }

    /// <summary>Replaces a line, saves it and shows it.</summary>
    public async Task SaveAsync(BcFullSyncLine line)
    {
        await saving.WaitAsync().ConfigureAwait(false);
        try
        {
            lines = [.. lines.Select(other => other.Mapping == line.Mapping ? line : other)];
            await parts.State.CommitAsync(new StateChange { FullSyncLines = [line], Now = parts.Clock.GetUtcNow() }, CancellationToken.None)
                .ConfigureAwait(false);
            Show(line);
        }
        finally
        {
            saving.Release();
        }
    }

    /// <summary>Marks lines that did not finish as stopped.</summary>
    public async Task StopAsync()
    {
        foreach (var line in lines.Where(line => line.Status is FullSyncStatus.Running).ToArray())
            await SaveAsync(line with { Status = FullSyncStatus.Stopped }).ConfigureAwait(false);
    }

    /// <summary>Tells lines that could not start what they wait for.</summary>
    public async Task CloseAsync()
    {
        foreach (var line in lines.Where(LineOrder.IsOpen).ToArray())
        {
            var blockers = string.Join(", ", LineOrder.Blockers(line, lines).Select(other => other.Mapping));
            await SaveAsync(line with { Status = FullSyncStatus.Failed,
                Message = $"Not started: waits for {blockers}, which did not finish." }).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => saving.Dispose();

    // The bar of the run is there before those of its lines, and goes after them.
    private void Show(BcFullSyncLine line)
    {
        var run = new BcProgress
        {
            Id = 0,
            Activity = "Full synchronisation",
            Status = $"{lines.Count(other => !LineOrder.IsOpen(other))} of {lines.Length} mappings done",
            PercentComplete = (int)lines.Average(other => LineOrder.IsOpen(other) ? other.PercentComplete : 100),
            Completed = !lines.Any(LineOrder.IsOpen),
        };
        var bar = new BcProgress
        {
            Id = Array.FindIndex(lines, other => other.Mapping == line.Mapping) + 1,
            Activity = line.Mapping,
            Status = $"{line.Status}: {line.Inserted} created, {line.Modified} updated, {line.Coupled} coupled, {line.Failed} failed",
            PercentComplete = line.PercentComplete,
            Completed = line.Status is FullSyncStatus.Finished or FullSyncStatus.Failed or FullSyncStatus.Stopped,
        };
        foreach (var shown in run.Completed ? new[] { bar, run } : [run, bar])
            observer.Progress(shown);
    }
}
