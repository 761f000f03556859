using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>
/// Finds the orders in Sales that invoices bill: by the coupling of the order, by the mark that the companion app keeps of it, or else by the
/// reference, which people can edit (spec/documents.md 5.2.1 and 10, quirk 21).
/// </summary>
internal sealed class OrderLinks(EngineParts parts)
{
    private const string Table = "salesorder";
    private const string Number = "ordernumber";

    private static readonly string[] Columns =
        [Number, "name", "customerid", "ownerid", "opportunityid", "pricelevelid", "statecode"];

    /// <summary>Orders by SystemId of the invoice; invoices without one are absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, OrderLink>> FindAsync(IReadOnlyList<BcInvoice> invoices, CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(invoices, cancellationToken).ConfigureAwait(false);
        Guid[] ids = [.. keys.Values.SelectMany(key => key).Distinct()];
        var rows = ids.Length == 0 ? []
            : await parts.Endpoints.Sales.ReadByIdAsync(Table, Columns, ids, cancellationToken).ConfigureAwait(false);
        var byId = rows.ToDictionary(row => row.Id);
        var found = new Dictionary<Guid, OrderLink>();
        foreach (var (invoice, candidates) in keys)
        {
            if (candidates.Select(byId.GetValueOrDefault).FirstOrDefault(row => row is not null) is { } order)
                found[invoice] = new OrderLink(order, true);
        }

        await AddReferredAsync([.. invoices.Where(invoice => !found.ContainsKey(invoice.Id))], found, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static FieldValue Reference(BcInvoice invoice) => FieldValue.Text(invoice.Header["customerPurchaseOrderReference"].ToString().Trim());

    // An invoice of shipments names its orders on the lines only.
    private static string? OrderNumber(BcInvoice invoice) => invoice.Header["orderNumber"].AsText()
        ?? (invoice.Lines.Select(line => line["orderNumber"].AsText()).OfType<string>().Distinct().ToArray() is [var only] ? only : null);

    private async Task<Dictionary<Guid, Guid[]>> KeysAsync(IReadOnlyList<BcInvoice> invoices, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. invoices.Select(invoice => invoice.Header["orderId"].AsId()).OfType<Guid>().Distinct()];
        string[] numbers = [.. invoices.Select(OrderNumber).OfType<string>().Distinct()];
        var byId = (ids.Length == 0 ? []
            : await parts.State.Couplings.FindByBcIdAsync(DocumentFamily.Orders, ids, cancellationToken).ConfigureAwait(false))
                .ToDictionary(coupling => coupling.BcId, coupling => coupling.SalesId);
        var byNumber = (numbers.Length == 0 ? []
            : await parts.State.Couplings.FindByBcNoAsync(DocumentFamily.Orders, numbers, cancellationToken).ConfigureAwait(false))
                .ToLookup(coupling => coupling.BcNo!, coupling => coupling.SalesId, StringComparer.OrdinalIgnoreCase);
        return invoices.ToDictionary(invoice => invoice.Id, invoice => new[]
        {
            invoice.Header["orderId"].AsId() is { } id && byId.TryGetValue(id, out var coupled) ? coupled : Guid.Empty,
            OrderNumber(invoice) is { } number ? byNumber[number].FirstOrDefault() : Guid.Empty,
            invoice.Header["dataverseId"].AsId() ?? Guid.Empty,
        }.Where(key => key != Guid.Empty).Distinct().ToArray());
    }

    private async Task AddReferredAsync(BcInvoice[] invoices, Dictionary<Guid, OrderLink> found, CancellationToken cancellationToken)
    {
        FieldValue[] references = [.. invoices.Select(Reference).Where(reference => !reference.IsEmpty).Distinct()];
        if (references.Length == 0)
            return;
        var rows = await parts.Endpoints.Sales.ReadByValueAsync(Table, Columns, Number, references, cancellationToken).ConfigureAwait(false);
        var byNumber = rows.ToLookup(row => row[Number].ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var invoice in invoices)
        {
            if (byNumber[Reference(invoice).ToString()].FirstOrDefault() is { } order)
                found[invoice.Id] = new OrderLink(order, false);
        }
    }
}
