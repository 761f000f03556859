namespace BcSalesSync.Sandbox;

/// <summary>
/// The limits a sandbox enforces, for each identity of its own; the defaults are those that the vendor documents for the services online.
/// </summary>
public sealed record SandboxLimits
{
    /// <summary>Length of the windows that slide over requests and execution time.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Requests to Business Central within a window. The members of a batch count one by one: what the service does is not documented, and
    /// this is the stricter reading.
    /// </summary>
    public int BcRequests { get; init; } = 6000;

    /// <summary>Requests that Business Central works on at a time; others wait in a queue.</summary>
    public int BcConcurrent { get; init; } = 5;

    /// <summary>Requests that Business Central works on or keeps waiting; one more is refused.</summary>
    public int BcConnections { get; init; } = 100;

    /// <summary>How long a request to Business Central waits in the queue before it is refused.</summary>
    public TimeSpan BcQueueTime { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How long Business Central works on a request before it is given up and undone.</summary>
    public TimeSpan BcOperationTime { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How long the gateway of Business Central waits for an answer, the queue included; the request goes on.</summary>
    public TimeSpan BcGatewayTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests to Sales within a window; a batch is one.</summary>
    public int SalesRequests { get; init; } = 6000;

    /// <summary>Time that Sales works for an identity within a window, all requests together.</summary>
    public TimeSpan SalesExecutionTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Requests that Sales works on at a time.</summary>
    public int SalesConcurrent { get; init; } = 52;

    /// <summary>The parallelism that Sales recommends.</summary>
    public int SalesDopHint { get; init; } = 8;
}
