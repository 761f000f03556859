using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Charts;

/// <summary>One of the counts that charts stack, each in a colour of its own.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Class">Class of its shapes.</param>
/// <param name="Of">Reads it.</param>
internal sealed record Series(string Name, string Class, Func<Counters, long> Of)
{
    /// <summary>All of them, from the bottom up.</summary>
    public static IReadOnlyList<Series> All { get; } =
    [
        new("Created", "created", counters => counters.Created),
        new("Updated", "updated", counters => counters.Updated),
        new("Deleted", "deleted", counters => counters.Deleted),
        new("Failed", "failed", counters => counters.Failed),
    ];

    /// <summary>The counts in words; those that are nothing are left out.</summary>
    public static string Describe(Counters counters)
    {
        var parts = All.Where(series => series.Of(counters) > 0)
            .Select(series => $"{Markup.DisplayText.Number(series.Of(counters))} {series.Name.ToLowerInvariant()}").ToList();
        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }
}
