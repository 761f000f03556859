namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What was done, by day, or by week or month where there are too many days to tell apart.</summary>
internal sealed record History
{
    /// <summary>What a period is.</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>Periods without a gap, oldest first; those without jobs are there too.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>Sums by mapping or job of the schedule, busiest first.</summary>
    public required IReadOnlyList<NamedCounters> ByName { get; init; }

    /// <summary>The sum.</summary>
    public required Counters Total { get; init; }

    /// <summary>What a mapping did in each period.</summary>
    public IReadOnlyList<Counters> Of(string name) => [.. Periods.Select(period => period.ByName.GetValueOrDefault(name, Counters.None))];
}
