namespace BcSalesSync.Engine.Ports.State;

/// <summary>A durable run.</summary>
public sealed record RunState
{
    /// <summary>Id of the run.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it does.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>State of the run.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>What it was asked to do, as JSON; read again when it is resumed.</summary>
    public required string Request { get; init; }

    /// <summary>Start (UTC).</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>End (UTC); null while under way.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>True once somebody asked it to stop.</summary>
    public bool StopRequested { get; init; }

    /// <summary>Process that works on it; null when none does.</summary>
    public string? Holder { get; init; }
}
