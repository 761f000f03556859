namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>Body of a request that changes something.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Prefer">Preference of the request; null for none.</param>
internal sealed record WriteBody(string ContentType, ReadOnlyMemory<byte> Bytes, string? Prefer = null)
{
    /// <summary>A JSON body.</summary>
    internal static WriteBody Json(ReadOnlyMemory<byte> bytes) => new("application/json; charset=utf-8", bytes);

    /// <summary>A batch whose operations are independent of each other.</summary>
    internal static WriteBody Batch(ReadOnlyMemory<byte> bytes) => new(BatchWriter.ContentType, bytes, "odata.continue-on-error");
}
