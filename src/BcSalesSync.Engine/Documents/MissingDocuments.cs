using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents;

/// <summary>Keeps track of which of the documents that a request names were not found.</summary>
internal sealed class MissingDocuments(DocumentRequest request, DocumentKind kind)
{
    private readonly HashSet<Guid> ids = [.. request.SalesIds];
    private readonly HashSet<string> numbers = new(request.Numbers, StringComparer.OrdinalIgnoreCase);

    /// <summary>Crosses off what was found.</summary>
    public void Found(IEnumerable<SalesDocument> documents)
    {
        foreach (var document in documents)
        {
            ids.Remove(document.Id);
            numbers.Remove(document.Number);
        }
    }

    /// <summary>One failure for each that was not.</summary>
    public IEnumerable<BcDocumentResult> Results(Guid runId, DateTimeOffset now) =>
    [
        .. ids.Select(id => Result(runId, DocumentErrors.NotFound(now, kind, id.ToString()) with { SalesId = id }) with { SalesId = id }),
        .. numbers.Select(number => Result(runId, DocumentErrors.NotFound(now, kind, number) with { SalesName = number }) with { Number = number }),
    ];

    private BcDocumentResult Result(Guid runId, BcSyncError error) =>
        new() { Kind = kind, Action = SyncAction.Failed, Message = error.Message, Error = error, RunId = runId };
}
