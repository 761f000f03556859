using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs;

/// <summary>Says how the mappings stand.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="nextRuns">When those that run by themselves are due next (UTC); null for one that waits to be started.</param>
public sealed class StatusService(EngineParts parts, MappingSet mappings, IReadOnlyDictionary<string, DateTimeOffset?> nextRuns)
{
    /// <summary>One line a mapping.</summary>
    public async IAsyncEnumerable<BcSyncStatus> GetAsync(string? name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var mapping in mappings.All.Named(name, parts.Clock.GetUtcNow()))
            yield return await LineAsync(mapping, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BcSyncStatus> LineAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var counts = await parts.State.Couplings.CountAsync(mapping.Name, cancellationToken).ConfigureAwait(false);
        var last = await LastJobAsync(mapping, cancellationToken).ConfigureAwait(false);
        return new BcSyncStatus
        {
            Mapping = mapping.Name,
            Direction = mapping.Direction,
            State = !mapping.Enabled ? "Disabled" : last is { Status: SyncJobStatus.Running } ? "Running" : "Ready",
            Couplings = counts.Couplings,
            Skipped = counts.Skipped,
            Failed = counts.Failed,
            LastRun = last?.Finished ?? last?.Started,
            LastResult = last is null ? null : await ResultAsync(last, cancellationToken).ConfigureAwait(false),
            NextRun = nextRuns.GetValueOrDefault(mapping.Name),
            Message = Advice(mapping, counts.Skipped, counts.Failed),
        };
    }

    private async Task<BcSyncJob?> LastJobAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        await foreach (var job in parts.State.Runs.JobsAsync(new JobQuery { Mapping = mapping.Name, Last = 1 }, cancellationToken)
            .ConfigureAwait(false))
            return job;
        return null;
    }

    // A run leaves one job a direction; it is as good as the worse of them.
    private async Task<SyncJobStatus> ResultAsync(BcSyncJob last, CancellationToken cancellationToken)
    {
        var jobs = await parts.State.Runs.JobsOfRunAsync(last.RunId, last.Mapping, cancellationToken).ConfigureAwait(false);
        return jobs.Any(job => job.Status is SyncJobStatus.Error) ? SyncJobStatus.Error : last.Status;
    }

    private static string? Advice(TableMapping mapping, int skipped, int failed) => (skipped, failed) switch
    {
        (> 0, _) => $"{skipped} skipped: Get-BcCoupling -Mapping {mapping.Name.Typed()} -Skipped, then Resume-BcSyncRecord.",
        (_, > 0) => $"{failed} failed: Get-BcSyncError -Mapping {mapping.Name.Typed()}.",
        _ => null,
    };
}
