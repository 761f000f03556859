namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>The answer to a message.</summary>
/// <param name="Results">Values by their names in the SDK.</param>
internal sealed record OrgResponse(IReadOnlyDictionary<string, object?> Results)
{
    /// <summary>A result of a kind; null when it is absent.</summary>
    internal T? Get<T>(string name)
        where T : class => Results.GetValueOrDefault(name) as T;
}
