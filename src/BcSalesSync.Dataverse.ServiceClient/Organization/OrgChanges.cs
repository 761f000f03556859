namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>A page of changes.</summary>
/// <param name="Changed">Rows that are new or changed.</param>
/// <param name="Removed">Ids of rows that are gone.</param>
internal sealed record OrgChanges(IReadOnlyList<OrgEntity> Changed, IReadOnlyList<Guid> Removed)
{
    /// <summary>True when there is a next page.</summary>
    internal bool MoreRecords { get; init; }

    /// <summary>What the next page is asked for with; null where there is none.</summary>
    internal string? PagingCookie { get; init; }

    /// <summary>Token for the changes after these; null when the service gives none.</summary>
    internal string? DataToken { get; init; }
}
