using System.Net;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// An answer before it becomes HTTP, or a member of a batch answer. No body means none at all.
internal sealed record BcResponse(HttpStatusCode Status, ReadOnlyMemory<byte>? Body = null)
{
    public const string Json = "application/json; odata.metadata=minimal";

    public string ContentType { get; init; } = Json;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
