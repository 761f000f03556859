namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What was done for a mapping, or by a job of the schedule.</summary>
internal sealed record NamedCounters(string Name, Counters Counters);
