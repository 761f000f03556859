namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>A request as the service saw it; the address is relative to the base and unescaped.</summary>
internal sealed record Call(string Method, string Address, IReadOnlyDictionary<string, string> Headers, string Body, bool InBatch)
{
    public string? Prefer => Headers.GetValueOrDefault("Prefer");
}
