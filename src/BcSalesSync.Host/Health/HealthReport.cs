namespace BcSalesSync.Host.Health;

// What is told to those who ask for the health. Holds no secret.
internal sealed record HealthReport
{
    public required string Status { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required ConnectionReport Connection { get; init; }

    public DateTimeOffset? LastLook { get; init; }

    public ProblemReport? Problem { get; init; }

    public required IReadOnlyList<string> Running { get; init; }

    public required IReadOnlyList<EntryReport> Entries { get; init; }
}
