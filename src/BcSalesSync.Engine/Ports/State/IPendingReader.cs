using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Reads unsettled records, intents, watermarks and checkpoints.</summary>
public interface IPendingReader
{
    /// <summary>Records of a mapping and direction that are due, oldest first, those of the same time by id.</summary>
    Task<IReadOnlyList<PendingRecord>> DueAsync(
        string mapping, SyncDirection direction, DueQuery query, CancellationToken cancellationToken);

    /// <summary>Pending records by source id, due or not.</summary>
    Task<IReadOnlyList<PendingRecord>> FindAsync(
        string mapping, SyncDirection direction, IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken);

    /// <summary>Records of a mapping, coupled or not, that failed and are not settled, by direction and source id, streamed in pages.</summary>
    IAsyncEnumerable<IReadOnlyList<PendingRecord>> FailedAsync(string mapping, CancellationToken cancellationToken);

    /// <summary>Intents of creates whose outcome is not known.</summary>
    Task<IReadOnlyList<CreateIntent>> IntentsAsync(string mapping, SyncDirection direction, CancellationToken cancellationToken);

    /// <summary>The watermark of a mapping and direction; null before the first run.</summary>
    Task<Watermark?> WatermarkAsync(string mapping, SyncDirection direction, CancellationToken cancellationToken);

    /// <summary>The checkpoint of a pass within a run; null before its first page.</summary>
    Task<Checkpoint?> CheckpointAsync(Guid runId, string mapping, SyncDirection direction, CancellationToken cancellationToken);
}
