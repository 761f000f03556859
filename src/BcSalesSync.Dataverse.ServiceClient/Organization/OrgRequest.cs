namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>A message by its name in the SDK, with its parameters by theirs.</summary>
/// <param name="Name">Name of the message, such as RetrieveMultiple.</param>
/// <param name="Parameters">Values: plain ones of the base library, and types of this folder.</param>
internal sealed record OrgRequest(string Name, IReadOnlyDictionary<string, object?> Parameters);
