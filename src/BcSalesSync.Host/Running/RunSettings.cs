namespace BcSalesSync.Host.Running;

// How a service runs, apart from what it connects to and where its scheduler keeps its jobs.
internal sealed record RunSettings
{
    // Pause between two looks at the schedule.
    public required TimeSpan Look { get; init; }

    // How long running entries may take to come to a checkpoint when the service is stopped.
    public required TimeSpan Grace { get; init; }

    // True to run what is due once, and to end.
    public required bool Once { get; init; }

    public TimeSpan? TimeBudget { get; init; }

    // True to create the default mappings where there are none.
    public required bool Initialize { get; init; }

    public required bool Verbose { get; init; }

    // Where its health can be asked; null for nowhere.
    public Uri? Health { get; init; }
}
