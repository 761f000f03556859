using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Writing;

/// <summary>
/// Sees to it that the price lists of invoices are there and hold what the invoices sell, one row for each product and unit: Sales sells only
/// what is in the list (spec/documents.md 5.3). What is in a list already is left as it is.
/// </summary>
internal sealed class PriceCompletion(IEndpoint sales, Guid company, ISyncObserver observer)
{
    private const string Lists = "pricelevel";
    private const string Rows = "productpricelevel";

    /// <summary>Completes the lists of drafts.</summary>
    public async Task RunAsync(IReadOnlyList<InvoiceDraft> drafts, CancellationToken cancellationToken)
    {
        RecordWrite[] lists =
        [
            .. drafts.Select(draft => draft.PriceList).Where(list => list is { Missing.Count: > 0 }).DistinctBy(list => list!.Id)
                .Select(list => new RecordWrite { Kind = WriteKind.Create, Id = list!.Id, Values = list.Missing }),
        ];
        await WriteAsync(Lists, lists, cancellationToken).ConfigureAwait(false);
        var wanted = drafts.Where(draft => draft.PriceList is not null)
            .SelectMany(draft => draft.Lines, (draft, line) => (Key: (List: draft.PriceList!.Id, line.Product, line.Unit), line.Price))
            .Where(row => row is { Key: { Product: not null, Unit: not null }, Price: > 0 }).DistinctBy(row => row.Key).ToArray();
        if (wanted.Length == 0)
            return;
        FieldValue[] products = [.. wanted.Select(row => FieldValue.Id(row.Key.Product)).Distinct()];
        var rows = await sales.ReadByValueAsync(Rows, ["pricelevelid", "productid", "uomid"], "productid", products, cancellationToken)
            .ConfigureAwait(false);
        var there = rows.Select(row => (row["pricelevelid"].AsId() ?? Guid.Empty, row["productid"].AsId(), row["uomid"].AsId())).ToHashSet();
        await WriteAsync(Rows, [.. wanted.Where(row => !there.Contains(row.Key)).Select(row => Row(row.Key, row.Price))], cancellationToken)
            .ConfigureAwait(false);
    }

    private RecordWrite Row((Guid List, Guid? Product, Guid? Unit) key, decimal price) => new()
    {
        Kind = WriteKind.Create,
        Id = DerivedId.For(company, $"{Rows}/{key.List:D}/{key.Unit:D}", key.Product!.Value),
        Values =
        [
            new("pricelevelid", FieldValue.Reference(Lists, key.List)),
            new("productid", FieldValue.Reference("product", key.Product.Value)),
            new("uomid", FieldValue.Reference("uom", key.Unit!.Value)),
            new("amount", FieldValue.Number(price)),
        ],
    };

    // Whether an invoice does without the row, Sales says when it is written.
    private async Task WriteAsync(string table, RecordWrite[] writes, CancellationToken cancellationToken)
    {
        if (writes.Length == 0)
            return;
        foreach (var outcome in await sales.WriteAsync(table, writes, cancellationToken).ConfigureAwait(false))
        {
            if (outcome is { Status: not (WriteStatus.Done or WriteStatus.AlreadyExists), Failure: { } failure })
                observer.Warning($"A price of an invoice could not be added in Sales: {failure.Message} ({failure.Code})");
        }
    }
}
