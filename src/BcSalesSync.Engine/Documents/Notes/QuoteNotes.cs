using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Notes;

/// <summary>
/// Gives quotes in Business Central the notes of their quote in Sales, anew with every revision. Notes of quotes are copied and not kept in step
/// (spec/documents.md 2.7).
/// </summary>
internal sealed class QuoteNotes(EndpointPair endpoints, ISyncObserver observer)
{
    private const string Table = "salesNotes";
    private const string Owner = "documentId";
    private const string Notes = "annotation";
    private const string Subject = "objectid";

    /// <summary>Copies the notes.</summary>
    /// <param name="quotes">Ids of quotes in Business Central by their ids in Sales.</param>
    public async Task CopyAsync(IReadOnlyDictionary<Guid, Guid> quotes)
    {
        if (quotes.Count == 0
            || await endpoints.BusinessCentral.GetSchemaAsync(Table, CancellationToken.None).ConfigureAwait(false) is null)
            return;
        var deleted = await OldAsync([.. quotes.Values]).ConfigureAwait(false);
        var created = await NewAsync(quotes).ConfigureAwait(false);
        await WriteAsync(deleted).ConfigureAwait(false);
        await WriteAsync(created).ConfigureAwait(false);
    }

    private async Task<RecordWrite[]> OldAsync(IReadOnlyCollection<Guid> quotes)
    {
        var rows = await endpoints.BusinessCentral.ReadByValueAsync(
            Table, [Owner], Owner, [.. quotes.Select(quote => FieldValue.Id(quote))], CancellationToken.None).ConfigureAwait(false);
        return [.. rows.Select(row => new RecordWrite { Kind = WriteKind.Delete, Id = row.Id })];
    }

    private async Task<RecordWrite[]> NewAsync(IReadOnlyDictionary<Guid, Guid> quotes)
    {
        var company = (await endpoints.BusinessCentral.GetFactsAsync(CancellationToken.None).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var rows = await endpoints.Sales.ReadByValueAsync(
            Notes, [Subject, "subject", "notetext", "isdocument", "createdon"], Subject, [.. quotes.Keys.Select(quote => FieldValue.Id(quote))],
            CancellationToken.None).ConfigureAwait(false);
        return
        [
            .. rows.Where(row => row["isdocument"].Raw is not true && row[Subject].AsId() is { } quote && quotes.ContainsKey(quote))
                .Select(row => new RecordWrite
                {
                    Kind = WriteKind.Create,
                    Id = DerivedId.For(company, Table, row.Id),
                    Values =
                    [
                        new(Owner, FieldValue.Id(quotes[row[Subject].AsId()!.Value])),
                        new("subject", row["subject"]),
                        new("text", FieldValue.Text(PlainText.Of(row["notetext"].ToString()))),
                        new("createdAt", row["createdon"]),
                    ],
                }),
        ];
    }

    private async Task WriteAsync(RecordWrite[] writes)
    {
        if (writes.Length == 0)
            return;
        var outcomes = await endpoints.BusinessCentral.WriteAsync(Table, writes, CancellationToken.None).ConfigureAwait(false);
        var refused = outcomes.FirstOrDefault(outcome => outcome.Status is not (WriteStatus.Done or WriteStatus.AlreadyExists or WriteStatus.NotFound));
        if (refused is not null)
            observer.Warning($"Notes of quotes were not copied: {refused.Failure?.Message ?? refused.Status.ToString()}");
    }
}
