namespace BcSalesSync.Contracts;

/// <summary>Chooses jobs of the log that go.</summary>
/// <param name="OlderThan">Jobs that ended before this time.</param>
/// <param name="Mapping">Name of one mapping; null for all.</param>
public sealed record JobClearing(DateTimeOffset OlderThan, string? Mapping = null);
