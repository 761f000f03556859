namespace BcSalesSync.Engine.Ports.State;

/// <summary>State of a run.</summary>
public enum RunStatus
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Stopped at a checkpoint; can be resumed.</summary>
    Stopped,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Ended by an error.</summary>
    Failed,
}
