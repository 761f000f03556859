using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Finds posted invoices of orders that are not there (any more): by the mark that the companion app keeps, or else by the order they were
/// taken over as, or by the reference that people can edit.
/// </summary>
internal sealed class PostedInvoices(IEndpoint system)
{
    private const string Companion = "postedInvoices";
    private const string Standard = "salesInvoices";
    private const string Mark = "dataverseId";
    private const string Reference = "customerPurchaseOrderReference";
    private const string Order = "orderId";
    private const int MostCharacters = 35;

    /// <summary>Posted invoices by the id of the order in Sales.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="couplings">Couplings of orders by that id.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyDictionary<Guid, PostedInvoice>> FindAsync(
        IReadOnlyCollection<SalesDocument> orders, IReadOnlyDictionary<Guid, CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
            return new Dictionary<Guid, PostedInvoice>();
        if (await system.GetSchemaAsync(Companion, cancellationToken).ConfigureAwait(false) is { } posted && posted.Columns.ContainsKey(Mark))
        {
            var marked = await system.ReadByValueAsync(
                Companion, ["number", Mark], Mark, [.. orders.Select(order => FieldValue.Id(order.Id))], cancellationToken).ConfigureAwait(false);
            return ByOrder(orders, marked, row => order => row[Mark].AsId() == order.Id);
        }

        if (await system.GetSchemaAsync(Standard, cancellationToken).ConfigureAwait(false) is null)
            return new Dictionary<Guid, PostedInvoice>();
        var referring = await system.ReadByValueAsync(
            Standard, ["number", Reference, "orderNumber"], Reference, [.. orders.Select(order => FieldValue.Text(ReferenceTo(order)))],
            cancellationToken).ConfigureAwait(false);
        FieldValue[] known =
        [
            .. orders.Where(order => couplings.ContainsKey(order.Id)).Select(order => FieldValue.Id(couplings[order.Id].BcId)),
        ];
        var billing = known.Length == 0 ? []
            : await system.ReadByValueAsync(Standard, ["number", Order], Order, known, cancellationToken).ConfigureAwait(false);
        var found = ByOrder(
            orders, billing,
            row => order => couplings.TryGetValue(order.Id, out var coupling) && row[Order].AsId() == coupling.BcId);
        var named = ByOrder(
            orders, [.. referring.Where(row => !row["orderNumber"].IsEmpty)],
            row => order => string.Equals(row[Reference].ToString(), ReferenceTo(order), StringComparison.OrdinalIgnoreCase));
        foreach (var (order, invoice) in named)
            found.TryAdd(order, invoice with { IsOnlyNamed = true });
        return found;
    }

    // Your Reference is shorter than numbers of Sales may be.
    private static string ReferenceTo(SalesDocument order) =>
        order.Number.Length <= MostCharacters ? order.Number : order.Number[..MostCharacters];

    private static Dictionary<Guid, PostedInvoice> ByOrder(
        IReadOnlyCollection<SalesDocument> orders, IReadOnlyList<Record> invoices, Func<Record, Func<SalesDocument, bool>> belongs)
    {
        var found = new Dictionary<Guid, PostedInvoice>();
        foreach (var invoice in invoices)
        {
            if (orders.FirstOrDefault(belongs(invoice)) is { } order)
                found.TryAdd(order.Id, new PostedInvoice(invoice["number"].ToString()));
        }

        return found;
    }
}
