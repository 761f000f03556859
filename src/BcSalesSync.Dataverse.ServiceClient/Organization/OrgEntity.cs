namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>A row.</summary>
/// <param name="Table">Logical name of its table.</param>
/// <param name="Id">Its id; empty to let the service choose one.</param>
internal sealed record OrgEntity(string Table, Guid Id)
{
    /// <summary>
    /// Values by logical name: text, bool, int, long, decimal, double, DateTime in UTC, Guid, <see cref="OrgReference"/>, <see cref="OrgChoice"/>,
    /// <see cref="OrgMoney"/>; null clears a column. An answer leaves out what has no value.
    /// </summary>
    internal IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();

    /// <summary>Version of the row; null when it is not known, or does not matter.</summary>
    internal string? RowVersion { get; init; }
}
