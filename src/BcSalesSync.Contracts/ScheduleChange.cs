namespace BcSalesSync.Contracts;

/// <summary>A change of an entry of the schedule; members that are null stay as they are.</summary>
public sealed record ScheduleChange
{
    /// <summary>Name of the entry.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes between runs, at least 1.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Minutes to the next run after one that found nothing to do; 0 for none.</summary>
    public int? IdleMinutes { get; init; }

    /// <summary>True to leave the entry out until further notice, false to let it go on.</summary>
    public bool? OnHold { get; init; }
}
