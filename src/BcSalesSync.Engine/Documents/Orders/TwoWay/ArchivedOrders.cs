using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Applying.Units;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>
/// Ends orders that travel both ways and left Business Central, posted or deleted: their couplings become marks of archived orders, and what the
/// last archived version holds goes to Sales once (spec/documents.md 1.14, 2.6). What cannot be carried over is reported and tried again.
/// </summary>
internal sealed class ArchivedOrders(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name under which orders are marked that wait for their last version to be carried over.</summary>
    public const string Waiting = "SALESORDER-ARCHIVED";

    /// <summary>Name under which they are marked afterwards.</summary>
    public const string Updated = "SALESORDER-ARCHIVED-UPDATED";

    private const string Family = "salesHeaders|salesorder|archived";
    private const string Number = "bcbi_businesscentralordernumber";
    private const string Occurrence = "bcbi_businesscentraldocumentoccurrencenumber";
    private const int PageSize = 100;

    /// <summary>Marks orders that are gone, and carries over what waits.</summary>
    /// <param name="gone">The orders, in pages.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="SyncException">So many look deleted at once that something else must be the matter.</exception>
    public IAsyncEnumerable<BcDocumentResult> RunAsync(IReadOnlyList<IReadOnlyList<GoneOrder>> gone, CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, new PlanPolicy(), observer);
        return HeldPages.RunAsync(
            run, DocumentFamily.OrderMapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, gone, stop), cancellationToken)
                .ResultsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JobPage<BcDocumentResult>> PagesAsync(
        RunContext run, IReadOnlyList<IReadOnlyList<GoneOrder>> gone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await GoneOrderGuard.CheckAsync(run, gone, cancellationToken).ConfigureAwait(false);
        foreach (var page in gone)
            await MarkAsync(run, [.. page.Select(order => order.Coupling)]).ConfigureAwait(false);
        var marks = new List<CouplingState>();
        await foreach (var mark in run.State.Couplings.ReadAsync(Waiting, new CouplingCondition(), cancellationToken).ConfigureAwait(false))
            marks.Add(mark);
        BcSyncJob? job = null;
        foreach (var page in marks.Chunk(PageSize))
        {
            job ??= await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
            var settled = await CarryOverAsync(run, job, page).ConfigureAwait(false);
            job = settled.Job;
            yield return settled;
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (job is not null)
            await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    // The couplings of the lines go first, so that a run that is killed finds the order, and them, again.
    private async Task MarkAsync(RunContext run, IReadOnlyList<CouplingState> couplings)
    {
        if (mappings.Find(DocumentFamily.OrderMapping) is { } mapping)
            await new CouplingRemoval(run.Parts, mappings).RemoveDependantsAsync(mapping, couplings, CancellationToken.None).ConfigureAwait(false);
        var change = new StateChange
        {
            RemovedCouplings = couplings,
            Couplings = [.. couplings.Select(coupling => MarkOf(coupling, Waiting))],
            Settled = [.. couplings.SelectMany(coupling => coupling.Keys)],
            Now = parts.Clock.GetUtcNow(),
        };
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
    }

    private static CouplingState MarkOf(CouplingState coupling, string mapping) =>
        coupling with { Mapping = mapping, Family = Family, Revision = 0, Skipped = false, Error = null, ErrorTime = null };

    private async Task<JobPage<BcDocumentResult>> CarryOverAsync(RunContext run, BcSyncJob job, CouplingState[] marks)
    {
        var pending = (await run.State.Pending
            .FindAsync(Waiting, SyncDirection.ToSales, [.. marks.Select(mark => mark.BcId)], CancellationToken.None).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var settled = await PlanAsync(run, marks).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        var ledger = new PageLedger(Waiting, SyncDirection.ToSales, job, now);
        var results = new List<BcDocumentResult>();
        var done = new List<CouplingState>();
        foreach (var mark in marks.Where(mark => DueDocuments.IsDue(pending.GetValueOrDefault(mark.BcId), settled[mark.BcId].Failure, now)))
        {
            if (settled[mark.BcId].Failure is { } failure)
            {
                var (error, action) = ledger.Fail(failure, pending.GetValueOrDefault(mark.BcId), failure.ToError(now, DocumentFamily.OrderMapping) with
                {
                    BcId = mark.BcId, BcNo = mark.BcNo, SalesId = mark.SalesId, SalesName = mark.SalesName,
                });
                results.Add(Result(run, mark, action, error.Message, error));
                continue;
            }

            ledger.Settle(mark.BcId);
            ledger.Count(settled[mark.BcId].Action);
            done.Add(mark);
            results.Add(Result(run, mark, settled[mark.BcId].Action, settled[mark.BcId].Message, null));
        }

        var change = ledger.ToChange() with { RemovedCouplings = done, Couplings = [.. done.Select(mark => MarkOf(mark, Updated))] };
        await run.State.CommitAsync(change, CancellationToken.None).ConfigureAwait(false);
        return new JobPage<BcDocumentResult>(ledger.Job, results);
    }

    private async Task<IReadOnlyDictionary<Guid, (SyncAction Action, string Message, PlanFailure? Failure)>> PlanAsync(RunContext run, CouplingState[] marks)
    {
        var stop = CancellationToken.None;
        var mapping = mappings.Find(DocumentFamily.OrderMapping)!;
        var orders = await run.PassAsync(mapping, SyncDirection.ToSales, stop).ConfigureAwait(false);
        var lines = await run.PassAsync(mappings.PartsOf(mapping)!, SyncDirection.ToSales, stop).ConfigureAwait(false);
        string[] columns = [.. orders.DestinationColumns.Union([Number, Occurrence])];
        var rows = (await parts.Endpoints.Sales.ReadByIdAsync("salesorder", columns, [.. marks.Select(mark => mark.SalesId)], stop).ConfigureAwait(false))
            .ToDictionary(row => row.Id);
        string[] numbers = [.. rows.Values.Select(row => row[Number].AsText()).OfType<string>().Distinct()];
        var archives = await new ArchiveReader(parts.Endpoints.BusinessCentral).ReadAsync(numbers, stop).ConfigureAwait(false);
        var found = marks.Where(mark => rows.ContainsKey(mark.SalesId))
            .Select(mark => (Mark: mark, Order: rows[mark.SalesId], Archive: archives.GetValueOrDefault(KeyOf(rows[mark.SalesId]))!))
            .Where(order => order.Archive is not null).ToArray();
        var planner = new ArchivePlanner(run, orders, lines);
        var plans = await planner.PlanAsync(found, stop).ConfigureAwait(false);
        var applied = await new UnitApplier(parts.Endpoints).ApplyAsync(planner.Pass, plans, lastRound: true, stop).ConfigureAwait(false);
        var outcomes = found.Zip(applied).ToDictionary(pair => pair.First.Mark.BcId, pair => pair.Second);
        return marks.ToDictionary(mark => mark.BcId, mark => Judge(mark, rows.ContainsKey(mark.SalesId), outcomes.GetValueOrDefault(mark.BcId)));
    }

    private static (string Number, int Occurrence) KeyOf(Record order) =>
        (order[Number].ToString().ToUpperInvariant(), (int)(order[Occurrence].AsNumber() ?? 1));

    private static (SyncAction Action, string Message, PlanFailure? Failure) Judge(CouplingState mark, bool isInSales, AppliedAction? applied) =>
        (isInSales, applied) switch
        {
            (false, _) => (SyncAction.Unchanged, "The order left both systems.", null),
            (_, null) => (SyncAction.Failed, string.Empty, OrderFailures.NotArchived(mark)),
            (_, { } done) => (
                done.Plan.Action,
                "The order left Business Central; Sales has what its last archived version holds.",
                done.Failure ?? done.Plan.Failure),
        };

    private static BcDocumentResult Result(RunContext run, CouplingState mark, SyncAction action, string message, BcSyncError? error) => new()
    {
        Kind = DocumentKind.Order,
        SalesId = mark.SalesId,
        Number = mark.SalesName,
        BcNo = mark.BcNo,
        Action = action,
        Message = message,
        Error = error,
        RunId = run.RunId,
    };
}
