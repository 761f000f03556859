using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>Finds coupled orders that left Business Central, posted or deleted. Coupled orders are open ones, so they are few.</summary>
internal sealed class GoneOrders(EngineParts parts)
{
    private const int ChunkSize = 200;
    private const string InvoiceLines = "postedInvoiceLines";
    private const string Order = "salesorderid";

    /// <summary>Orders that are gone, in chunks.</summary>
    public async IAsyncEnumerable<IReadOnlyList<GoneOrder>> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var form = await BcDocumentForm.FindAsync(
            parts.Endpoints.BusinessCentral, DocumentKind.Order, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var couplings = new List<CouplingState>();
        await foreach (var coupling in parts.State.Couplings
            .ReadAsync(DocumentFamily.OrderMapping, new CouplingCondition(), cancellationToken).ConfigureAwait(false))
            couplings.Add(coupling);
        foreach (var chunk in couplings.Chunk(ChunkSize))
        {
            var rows = await parts.Endpoints.BusinessCentral
                .ReadByIdAsync(form.Headers.Name, ["number"], [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
            var there = rows.Select(row => row.Id).ToHashSet();
            CouplingState[] missing = [.. chunk.Where(coupling => !there.Contains(coupling.BcId))];
            if (missing.Length > 0)
                yield return await JudgeAsync(form, missing, cancellationToken).ConfigureAwait(false);
        }
    }

    // An invoice of shipments names its orders on its lines alone.
    private async Task<IReadOnlyList<GoneOrder>> JudgeAsync(BcDocumentForm form, CouplingState[] missing, CancellationToken cancellationToken)
    {
        FieldValue[] ids = [.. missing.Select(coupling => FieldValue.Id(coupling.BcId))];
        FieldValue[] numbers = [.. missing.Select(coupling => FieldValue.Text(coupling.BcNo)).Where(number => !number.IsEmpty)];
        var byId = await FindAsync(form.IsCompanion ? "postedInvoices" : "salesInvoices", "number", "orderId", ids, cancellationToken)
            .ConfigureAwait(false);
        var byLine = (await ReadAsync(InvoiceLines, ["documentNumber", "quantity", "lineType"], "orderNumber", numbers, cancellationToken)
            .ConfigureAwait(false))
            .ToLookup(line => line["orderNumber"].ToString(), StringComparer.OrdinalIgnoreCase);
        var ordered = await OrderedAsync([.. missing.Where(coupling => byLine.Contains(coupling.BcNo ?? string.Empty))], cancellationToken)
            .ConfigureAwait(false);
        var shipped = await FindAsync(form.IsCompanion ? "postedShipments" : "salesShipments", "number", "orderNumber", numbers, cancellationToken)
            .ConfigureAwait(false);
        return [.. missing.Select(coupling => new GoneOrder(
            coupling,
            byId[coupling.BcId.ToString()].Concat(byLine[coupling.BcNo ?? string.Empty].Select(line => line["documentNumber"].ToString()))
                .FirstOrDefault(),
            shipped[coupling.BcNo ?? string.Empty].FirstOrDefault(),
            ordered.TryGetValue(coupling.SalesId, out var quantity)
                ? new InvoicedShare(InvoicedOf(byLine[coupling.BcNo!]), quantity) : null))];
    }

    private static decimal InvoicedOf(IEnumerable<Record> lines) =>
        lines.Where(line => line["lineType"].AsText() is "Item" or "Resource").Sum(line => line["quantity"].AsNumber() ?? 0);

    // Quantities that Sales has of orders, by their id; orders that are gone there too are absent.
    private async Task<IReadOnlyDictionary<Guid, decimal>> OrderedAsync(CouplingState[] invoiced, CancellationToken cancellationToken)
    {
        var lines = invoiced.Length == 0 ? [] : await parts.Endpoints.Sales.ReadByValueAsync(
            "salesorderdetail", [Order, "quantity"], Order, [.. invoiced.Select(coupling => FieldValue.Id(coupling.SalesId))],
            cancellationToken)
                .ConfigureAwait(false);
        return lines.GroupBy(line => line[Order].AsId() ?? Guid.Empty)
            .ToDictionary(order => order.Key, order => order.Sum(line => line["quantity"].AsNumber() ?? 0));
    }

    // Numbers of posted documents by what they name their order by.
    private async Task<ILookup<string, string>> FindAsync(
        string table, string number, string order, FieldValue[] orders, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(table, [number], order, orders, cancellationToken).ConfigureAwait(false);
        return rows.ToLookup(row => row[order].ToString(), row => row[number].ToString(), StringComparer.OrdinalIgnoreCase);
    }

    private async Task<IReadOnlyList<Record>> ReadAsync(
        string table, string[] columns, string order, FieldValue[] orders, CancellationToken cancellationToken)
    {
        var system = parts.Endpoints.BusinessCentral;
        var offered = await system.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is { } schema && schema.Columns.ContainsKey(order);
        return offered && orders.Length > 0
            ? await system.ReadByValueAsync(table, [.. columns, order], order, orders, cancellationToken).ConfigureAwait(false) : [];
    }
}
