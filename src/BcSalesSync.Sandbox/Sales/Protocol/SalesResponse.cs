using System.Net;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// The answer to one operation, before it becomes an HTTP message or a part of a batch.
internal sealed record SalesResponse(HttpStatusCode Status)
{
    public const string JsonType = "application/json; odata.metadata=minimal";

    public byte[] Body { get; init; } = [];

    public string ContentType { get; init; } = JsonType;

    public string? PreferenceApplied { get; init; }

    // The written row as a path below the root, for operations of a batch that refer to it.
    public string? RowPath { get; init; }

    // The address of the written row.
    public string? EntityId { get; init; }

    // The row was created: its address is given as Location as well, inside a batch.
    public bool IsCreation { get; init; }

    public string? ETag { get; init; }

    public bool Failed => (int)Status >= 400;

    public IEnumerable<(string Name, string Value)> Headers()
    {
        yield return ("OData-Version", "4.0");
        if (PreferenceApplied is not null)
        {
            yield return ("Preference-Applied", PreferenceApplied);
        }

        if (EntityId is not null)
        {
            yield return ("OData-EntityId", EntityId);
        }

        if (ETag is not null)
        {
            yield return ("ETag", ETag);
        }
    }
}
