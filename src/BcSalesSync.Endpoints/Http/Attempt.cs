namespace BcSalesSync.Endpoints.Http;

/// <summary>How one attempt went.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Headers">Headers of the answer, empty when none came.</param>
/// <param name="Body">Body of the answer, empty when none came.</param>
/// <param name="RetryAfter">Pause the service asked for.</param>
/// <param name="Error">What broke the connection, null when an answer came.</param>
internal sealed record Attempt(
    AttemptVerdict Verdict, int? Status, WireHeaders Headers, PooledBody Body, TimeSpan? RetryAfter, Exception? Error)
{
    /// <summary>With what it passed the gate.</summary>
    public LanePass? Pass { get; init; }

    /// <summary>True when another request was in the way, and nothing was done.</summary>
    public bool IsLockedOut { get; init; }
}
