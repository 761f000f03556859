namespace BcSalesSync.Host.Health;

// The connection: connecting, unreachable or connected, and with what.
internal sealed record ConnectionReport(string State, DateTimeOffset Since)
{
    public string? Company { get; init; }

    public string? BusinessCentralUrl { get; init; }

    public string? SalesUrl { get; init; }

    public ProblemReport? Problem { get; init; }
}
