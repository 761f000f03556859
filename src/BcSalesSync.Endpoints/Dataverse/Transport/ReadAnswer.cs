using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>Answers to several reads that may have travelled together, in the order of the reads.</summary>
/// <param name="Response">The answer that holds them.</param>
/// <param name="Parts">One part for each read.</param>
internal sealed record ReadAnswer(WireResponse Response, IReadOnlyList<BatchPart> Parts) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Response.Dispose();
}
