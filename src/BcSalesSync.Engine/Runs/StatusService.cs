using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Scheduling;

namespace BcSalesSync.Engine.Runs;

/// <summary>Says how the mappings stand.</summary>
public sealed class StatusService(EngineParts parts, MappingSet mappings)
{
    private readonly IReadOnlyList<ScheduleEntry> entries = new ScheduleEntries(parts, mappings).All;

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
            NextRun = await NextRunAsync(mapping, cancellationToken).ConfigureAwait(false),
            Message = Advice(mapping, counts.Skipped, counts.Failed),
        };
    }

    // Null for a mapping that does not run by itself.
    private async Task<DateTimeOffset?> NextRunAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        if (entries.FirstOrDefault(entry => entry.Name == mapping.Name) is not { } entry)
            return null;
        var state = await new ScheduleBook(parts).ReadAsync(entry, cancellationToken).ConfigureAwait(false);
        return state.ToContract(entry, parts.Clock.GetUtcNow()).NextRun;
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
