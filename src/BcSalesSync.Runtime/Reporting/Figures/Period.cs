namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What was done in one period.</summary>
/// <param name="Start">Its first day (UTC).</param>
/// <param name="ByName">By mapping or job of the schedule; those that did nothing are absent.</param>
/// <param name="Total">The sum.</param>
internal sealed record Period(DateOnly Start, IReadOnlyDictionary<string, Counters> ByName, Counters Total);
