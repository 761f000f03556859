using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.OData;

/// <summary>A filter split into what the system evaluates and what is left for this side.</summary>
/// <param name="Text">Content of $filter; null when there is nothing to ask.</param>
/// <param name="Remainder">What records read must still pass; null when nothing is left.</param>
internal sealed record FilterText(string? Text, Filter? Remainder)
{
    /// <summary>The parts that are not null, joined by "and"; null when there are none.</summary>
    public static string? And(params string?[] parts)
    {
        var given = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return given.Count == 0 ? null : string.Join(" and ", given);
    }
}
