using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>
/// Does what follows from a won quote: its order is created, refers to the quote, and the quote is archived; while the order is not submitted yet
/// the quote is only released (spec/documents.md 4.4). A quote that was processed to the end is marked and never looked at again.
/// </summary>
internal sealed class WonQuotes(RunContext run, MappingSet mappings, BcDocumentForm form)
{
    private const int Submitted = 1;
    private const string QuoteNumber = "quoteNumber";
    private readonly EngineParts parts = run.Parts;

    /// <summary>True to leave orders alone that failed and wait for their next try, or for a person.</summary>
    public bool OnlyDue { get; init; }

    /// <summary>Finishes quotes that are in Business Central by now; plans come in the same order. Those whose order waits are left out.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> RunAsync(IReadOnlyList<QuotePlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
            return [];
        var imported = await ImportAsync(plans, cancellationToken).ConfigureAwait(false);
        Guid[] ids = [.. plans.Select(plan => plan.Order!.Id)];
        var couplings = (await parts.State.Couplings.FindBySalesIdAsync(DocumentFamily.Orders, ids, CancellationToken.None).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.SalesId);
        var orders = await OrdersAsync(couplings.Values).ConfigureAwait(false);
        var settled = new List<DocumentPlan>();
        foreach (var plan in plans)
        {
            var coupling = couplings.GetValueOrDefault(plan.Order!.Id);
            var order = coupling is null ? null : orders.GetValueOrDefault(coupling.BcId);
            if (await FinishAsync(plan, imported.GetValueOrDefault(plan.Order.Id), coupling, order).ConfigureAwait(false) is { } finished)
                settled.Add(finished);
        }

        await MarkAsync(settled).ConfigureAwait(false);
        return settled;
    }

    // Orders that are submitted come over with the quote; the import itself refers to the quote and archives it.
    private async Task<IReadOnlyDictionary<Guid, BcSyncError?>> ImportAsync(
        IReadOnlyList<QuotePlan> plans, CancellationToken cancellationToken)
    {
        Guid[] submitted = [.. plans.Where(plan => plan.Partner is not null && IsSubmitted(plan.Order!)).Select(plan => plan.Order!.Id)];
        var results = new Dictionary<Guid, BcSyncError?>();
        if (submitted.Length == 0)
            return results;
        var import = new DocumentImport(parts, mappings, run.Observer, new OrderWork(parts, mappings));
        try
        {
            await foreach (var result in import.RunAsync(new DocumentRequest { SalesIds = submitted }, OnlyDue, cancellationToken)
                .ConfigureAwait(false))
                results[result.SalesId!.Value] = result.Error;
        }
        catch (SyncException busy) when (busy.Error.ErrorId == RunErrors.BusyId)
        {
            foreach (var order in submitted)
                results.TryAdd(order, busy.Error);
        }

        return results;
    }

    private async Task<IReadOnlyDictionary<Guid, Record>> OrdersAsync(IReadOnlyCollection<CouplingState> couplings)
    {
        if (couplings.Count == 0)
            return new Dictionary<Guid, Record>();
        string[] columns = [.. new[] { "number", QuoteNumber }.Where(form.Headers.Columns.ContainsKey)];
        var rows = await parts.Endpoints.BusinessCentral
            .ReadByIdAsync(form.IsCompanion ? form.Headers.Name : "salesOrders", columns, [.. couplings.Select(coupling => coupling.BcId)],
                CancellationToken.None).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }

    private async Task<DocumentPlan?> FinishAsync(QuotePlan plan, BcSyncError? failed, CouplingState? coupling, Record? order)
    {
        var number = plan.Plan.Document.Number;
        if (plan.Partner is not { } partner)
            return plan.Plan.Noting("Its quote was deleted in Business Central.");
        if (failed is not null && order is null)
            return plan.Plan.Failed(QuoteFailures.OrderFailed(number, failed));
        if (coupling is not null && order is null)
            return plan.Plan.Failed(QuoteFailures.OrderGone(number, plan.Order!["ordernumber"].ToString()));
        if (order is not null)
            return await StepAsync(plan, partner, Refer(partner, order), $"Order {order["number"]} was made of it.").ConfigureAwait(false);
        return IsSubmitted(plan.Order!) ? null
            : await StepAsync(plan, partner, Release(partner), "Its Sales order is not submitted yet, so the quote is only released.")
                .ConfigureAwait(false);
    }

    private static bool IsSubmitted(Record order) => order["statecode"].AsNumber() is Submitted;

    private UnitStep[] Release(Record partner) =>
        form.IsCompanion && partner["status"].AsText() is not "Released" ? [new UnitAction(form.Headers.Name, partner.Id, "release")] : [];

    private UnitStep[] Refer(Record partner, Record order)
    {
        var number = partner["number"];
        if (!form.IsCompanion || string.Equals(order[QuoteNumber].ToString(), number.ToString(), StringComparison.OrdinalIgnoreCase))
            return [];
        var reference = new RecordWrite { Kind = WriteKind.Update, Id = order.Id, Values = [new(QuoteNumber, number)] };
        return [new UnitWrite(form.Headers.Name, reference), new UnitAction(form.Headers.Name, partner.Id, "archive")];
    }

    private async Task<DocumentPlan> StepAsync(QuotePlan plan, Record partner, UnitStep[] steps, string message)
    {
        var done = plan.Plan.Noting(message) with { BcNo = partner["number"].ToString() };
        if (steps.Length == 0)
            return done;
        var outcome = (await parts.Endpoints.BusinessCentral.WriteUnitsAsync([new WriteUnit(steps)], CancellationToken.None)
            .ConfigureAwait(false))[0];
        return outcome.Status switch
        {
            WriteStatus.Done => done,
            WriteStatus.Refused => plan.Plan.Failed(QuoteFailures.StepRefused(plan.Plan.Document.Number, outcome.Failure!)),
            _ => plan.Plan.Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, outcome.Status, outcome.Failure)),
        };
    }

    private Task MarkAsync(IReadOnlyList<DocumentPlan> settled)
    {
        var now = parts.Clock.GetUtcNow();
        CouplingState[] marks =
        [
            .. settled.Where(plan => plan.Failure is null).Select(plan => new CouplingState
            {
                Mapping = DocumentFamily.WonQuoteMapping,
                Family = DocumentFamily.WonQuotes,
                BcId = plan.Coupling!.BcId,
                SalesId = plan.Document.Id,
                BcNo = plan.BcNo,
                SalesName = plan.Document.Number,
                LastSynchronized = now,
            }),
        ];
        return marks.Length == 0 ? Task.CompletedTask : run.State.CommitAsync(
            new StateChange { Couplings = marks, NewlyCoupled = marks, Now = now }, CancellationToken.None);
    }
}
