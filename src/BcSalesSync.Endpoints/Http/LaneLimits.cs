namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// What a service allows one identity within a window that slides; the gate stays a little below (spec/wire-bc.md 4.1,
/// spec/wire-dataverse.md 5.1).
/// </summary>
public sealed record LaneLimits
{
    /// <summary>Length of the window.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Requests within a window; null for any number.</summary>
    public int? Requests { get; init; }

    /// <summary>Time that the service may work within a window, all requests together; null for any.</summary>
    public TimeSpan? ExecutionTime { get; init; }
}
