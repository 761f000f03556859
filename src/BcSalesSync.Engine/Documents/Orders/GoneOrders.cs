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

    private async Task<IReadOnlyList<GoneOrder>> JudgeAsync(BcDocumentForm form, CouplingState[] missing, CancellationToken cancellationToken)
    {
        var table = form.IsCompanion ? "postedInvoices" : "salesInvoices";
        var rows = await parts.Endpoints.BusinessCentral.ReadByValueAsync(
            table, ["number", "orderId"], "orderId", [.. missing.Select(coupling => FieldValue.Id(coupling.BcId))], cancellationToken)
                .ConfigureAwait(false);
        var invoices = rows.ToLookup(row => row["orderId"].AsId(), row => row["number"].ToString());
        return [.. missing.Select(coupling => new GoneOrder(coupling, invoices[coupling.BcId].FirstOrDefault()))];
    }
}
