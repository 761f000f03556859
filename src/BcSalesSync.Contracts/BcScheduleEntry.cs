namespace BcSalesSync.Contracts;

/// <summary>One entry of the schedule: a mapping, or a job such as the creation of submitted orders.</summary>
public sealed record BcScheduleEntry
{
    /// <summary>Name of the mapping or job.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a few words.</summary>
    public required string Description { get; init; }

    /// <summary>Minutes between runs.</summary>
    public required int IntervalMinutes { get; init; }

    /// <summary>Minutes to the next run after one that found nothing to do; 0 to wait until it is started by hand.</summary>
    public required int IdleMinutes { get; init; }

    /// <summary>What it waits for.</summary>
    public required ScheduleState State { get; init; }

    /// <summary>When it is due (UTC); null when nothing but a person starts it.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>End of its last run (UTC); null before the first.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>How that ended: an error when it did not come to its end; records that failed are counted beside it.</summary>
    public SyncJobStatus? LastResult { get; init; }

    /// <summary>Records that failed in its last run; <c>Get-BcSyncError</c> shows them.</summary>
    public int LastFailed { get; init; }

    /// <summary>What kept its last run from coming to its end; null when nothing did.</summary>
    public BcSyncError? LastError { get; init; }
}
