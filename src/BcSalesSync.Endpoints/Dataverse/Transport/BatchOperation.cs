namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>One operation of a batch.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Address below the base address, percent-encoded.</param>
/// <param name="Headers">Headers of its own.</param>
/// <param name="Body">JSON; empty when it has none.</param>
internal sealed record BatchOperation(
    HttpMethod Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body = default);
