namespace BcSalesSync.Contracts;

/// <summary>Where a report goes, and what it tells about.</summary>
public sealed record ReportRequest
{
    /// <summary>The HTML file.</summary>
    public required string Path { get; init; }

    /// <summary>Tells about jobs that started at or after this time; null for the last 30 days.</summary>
    public DateTimeOffset? Since { get; init; }
}
