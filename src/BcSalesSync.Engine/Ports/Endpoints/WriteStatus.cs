namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>How a write ended.</summary>
public enum WriteStatus
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>A create found a record with the same id or key.</summary>
    AlreadyExists,

    /// <summary>The record is gone.</summary>
    NotFound,

    /// <summary>The record changed since it was read.</summary>
    Stale,

    /// <summary>The system refused it; the failure says why.</summary>
    Refused,

    /// <summary>It may or may not have happened: the answer was lost.</summary>
    Unknown,

    /// <summary>It was not sent.</summary>
    NotSent,
}
