using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>Asks for changes of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Columns to read.</param>
/// <param name="Filter">Condition; deletions come whatever the filter.</param>
/// <param name="Cursor">Where the last read ended, or a page's continuation; null for everything.</param>
/// <param name="ModifiedSince">Only with a null cursor: narrow to records modified at or after this time, where the system can.</param>
public sealed record ChangeRequest(
    string Table, IReadOnlyList<string> Columns, Filter Filter, string? Cursor, DateTimeOffset? ModifiedSince = null);
