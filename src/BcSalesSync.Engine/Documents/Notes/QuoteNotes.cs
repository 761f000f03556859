using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Notes;

/// <summary>
/// Gives quotes in Business Central the notes of their quote in Sales, anew with every revision. Notes of quotes are copied and not kept in step
/// (spec/documents.md 2.7).
/// </summary>
internal sealed class QuoteNotes(RunContext run)
{
    private const string Table = "salesNotes";
    private const string Owner = "documentId";
    private const string Created = "createdAt";
    private const string Notes = "annotation";
    private const string Subject = "objectid";
    private readonly EndpointPair endpoints = run.Endpoints;
    private readonly NotesToCopy waiting = new(run, DocumentFamily.QuoteMapping);

    /// <summary>Copies the notes of quotes that wait for theirs.</summary>
    public async Task CopyAsync()
    {
        var quotes = await waiting.FindAsync(DocumentFamily.Quotes).ConfigureAwait(false);
        if (quotes.Count == 0)
            return;
        if (await endpoints.BusinessCentral.GetSchemaAsync(Table, CancellationToken.None).ConfigureAwait(false) is not null)
        {
            var created = await NewAsync(quotes.ToDictionary(quote => quote.SalesId, quote => quote.BcId)).ConfigureAwait(false);
            var deleted = await OldAsync(quotes, created).ConfigureAwait(false);
            if (!await WriteAsync(deleted).ConfigureAwait(false) || !await WriteAsync(created).ConfigureAwait(false))
                return;
        }

        await waiting.SettleAsync([.. quotes.Select(quote => quote.SalesId)]).ConfigureAwait(false);
    }

    // Those of the revision before: what somebody noted since the takeover stays, and so does what was copied by then.
    private async Task<RecordWrite[]> OldAsync(IReadOnlyList<CouplingState> quotes, RecordWrite[] copies)
    {
        var takenOver = quotes.ToDictionary(quote => quote.BcId, quote => quote.LastSynchronized);
        var rows = await endpoints.BusinessCentral.ReadByValueAsync(
            Table, [Owner, Created], Owner, [.. takenOver.Keys.Select(quote => FieldValue.Id(quote))], CancellationToken.None).ConfigureAwait(false);
        var kept = copies.Select(copy => copy.Id).ToHashSet();
        return
        [
            .. rows.Where(row => !kept.Contains(row.Id) && row[Owner].AsId() is { } quote
                    && (row[Created].Raw is not DateTimeOffset created || created < takenOver[quote]))
                .Select(row => new RecordWrite { Kind = WriteKind.Delete, Id = row.Id }),
        ];
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
                        new(Created, row["createdon"]),
                    ],
                }),
        ];
    }

    // False when it is not known yet what came of it, and the next run has to see to it.
    private async Task<bool> WriteAsync(RecordWrite[] writes)
    {
        if (writes.Length == 0)
            return true;
        var outcomes = await endpoints.BusinessCentral.WriteAsync(Table, writes, CancellationToken.None).ConfigureAwait(false);
        var open = outcomes.FirstOrDefault(outcome => outcome.Status is not (WriteStatus.Done or WriteStatus.AlreadyExists or WriteStatus.NotFound));
        if (open is not null)
            run.Observer.Warning($"Notes of quotes were not copied: {open.Failure?.Message ?? open.Status.ToString()}");
        return outcomes.All(outcome => outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists or WriteStatus.NotFound
            || outcome is { Status: WriteStatus.Refused, Failure.Class: not FailureClass.Transient });
    }
}
