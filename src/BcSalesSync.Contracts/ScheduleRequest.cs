namespace BcSalesSync.Contracts;

/// <summary>What of the schedule is to run.</summary>
public sealed record ScheduleRequest
{
    /// <summary>Names, with wildcards, of entries to run now, due or not; empty for those that are due.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True to run even of named entries only those that are due.</summary>
    public bool OnlyDue { get; init; }

    /// <summary>
    /// True when a person confirmed that named entries may end all orders that look deleted in Business Central, however many those are.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>What runs after this time ends at its next checkpoint, and nothing is begun; null for no end.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>True to go on with what becomes due until the time is used up or somebody stops it.</summary>
    public bool Continuous { get; init; }
}
