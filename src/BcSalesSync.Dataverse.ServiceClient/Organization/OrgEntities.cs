namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Rows of a table: a page of an answer, or the targets of a message.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Rows">The rows.</param>
internal sealed record OrgEntities(string Table, IReadOnlyList<OrgEntity> Rows)
{
    /// <summary>True when there is a next page.</summary>
    internal bool MoreRecords { get; init; }

    /// <summary>What the next page is asked for with; null where there is none.</summary>
    internal string? PagingCookie { get; init; }

    /// <summary>Number of rows of all pages, up to the service's limit; -1 when it was not asked for.</summary>
    internal int TotalRecordCount { get; init; } = -1;
}
