using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>
/// Finds the coupled invoices whose payment may have moved: by the entries of the customer ledger since the last run, or, where this connection
/// does not show the ledger and in the first run, all of them. What failed before is among them.
/// </summary>
internal sealed class MovedInvoices(EngineParts parts, InvoiceForm form)
{
    private const string Details = "detailedCustLedgerEntries";
    private const string Entries = "custLedgerEntries";
    private const string EntryNumber = "custLedgerEntryNumber";
    private const string Name = $"{PaymentSettlement.Pending}:{Details}";
    private const int PageSize = 200;

    // Entries of the day before are read again rather than missed where the clocks differ.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>Their couplings, page by page.</summary>
    public async IAsyncEnumerable<PaymentPage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hasLedger = form.IsCompanion
            && await parts.Endpoints.BusinessCentral.GetSchemaAsync(Details, cancellationToken).ConfigureAwait(false) is not null;
        var watermark = await parts.State.Pending.WatermarkAsync(Name, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        var changes = hasLedger ? await ChangesAsync(watermark, cancellationToken).ConfigureAwait(false) : null;
        if (changes is null || watermark is null)
        {
            await foreach (var page in AllAsync(cancellationToken).ConfigureAwait(false))
                yield return page;
        }
        else
        {
            var invoices = await InvoicesAsync(changes.Value.Entries, cancellationToken).ConfigureAwait(false);
            var unsettled = await UnsettledAsync(cancellationToken).ConfigureAwait(false);
            yield return new PaymentPage([.. unsettled.Concat(invoices).DistinctBy(coupling => coupling.BcId)], null);
        }

        if (changes is { } read)
            yield return new PaymentPage([], new Watermark(Name, SyncDirection.ToSales, read.Cursor));
    }

    private async Task<(IReadOnlySet<decimal> Entries, string Cursor)?> ChangesAsync(Watermark? watermark, CancellationToken cancellationToken)
    {
        var now = parts.Endpoints.BusinessCentral.ServerTime ?? parts.Clock.GetUtcNow();
        var request = new ChangeRequest(Details, [EntryNumber], Filter.All, watermark?.Cursor, watermark is null ? now - Margin : null);
        var entries = new HashSet<decimal>();
        string? cursor = null;
        await foreach (var page in parts.Endpoints.BusinessCentral.ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            entries.UnionWith(page.Records.Select(record => record[EntryNumber].AsNumber()).OfType<decimal>());
            cursor = page.Cursor;
        }

        return cursor is null ? null : (entries, cursor);
    }

    private async Task<IReadOnlyList<CouplingState>> InvoicesAsync(IReadOnlySet<decimal> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return [];
        var rows = await parts.Endpoints.BusinessCentral.ReadByValueAsync(
            Entries, ["entryNumber", "documentType", "documentNumber"], "entryNumber", [.. entries.Select(number => FieldValue.Number(number))],
            cancellationToken).ConfigureAwait(false);
        string[] numbers =
        [
            .. rows.Where(row => row["documentType"].ToString() == "Invoice").Select(row => row["documentNumber"].ToString()).Distinct(),
        ];
        return numbers.Length == 0 ? []
            : await parts.State.Couplings.FindByBcNoAsync(DocumentFamily.Invoices, numbers, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<CouplingState>> UnsettledAsync(CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await foreach (var page in parts.State.Pending.FailedAsync(PaymentSettlement.Pending, cancellationToken).ConfigureAwait(false))
            ids.AddRange(page.Where(record => !record.Parked).Select(record => record.SourceId));
        return ids.Count == 0 ? []
            : await parts.State.Couplings.FindByBcIdAsync(DocumentFamily.Invoices, ids, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<PaymentPage> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<CouplingState>();
        await foreach (var coupling in parts.State.Couplings.ReadAsync(DocumentFamily.InvoiceMapping, new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            page.Add(coupling);
            if (page.Count < PageSize)
                continue;
            yield return new PaymentPage([.. page], null);
            page.Clear();
        }

        yield return new PaymentPage([.. page], null);
    }
}
