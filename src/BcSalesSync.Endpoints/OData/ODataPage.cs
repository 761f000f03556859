namespace BcSalesSync.Endpoints.OData;

/// <summary>One page of rows.</summary>
/// <param name="Rows">The rows in the order of the answer.</param>
/// <param name="NextLink">Where the next page is, verbatim; null on the last page.</param>
/// <param name="DeltaLink">Where changes can be read later; null unless tracking was asked for and this is the last page.</param>
/// <param name="Count">Number of all rows that pass the filter; null unless it was asked for.</param>
internal sealed record ODataPage<T>(IReadOnlyList<T> Rows, string? NextLink, string? DeltaLink, long? Count);
