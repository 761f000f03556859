using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying.Units;
using BcSalesSync.Engine.Couplings;
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
    public const string Waiting = OrderEndingNames.Archived;

    /// <summary>Entry of the schedule that does it.</summary>
    public const string Job = "ARCHIVED-ORDERS";

    private const string Family = OrderEndingNames.ArchivedFamily;
    private const string Number = "bcbi_businesscentralordernumber";
    private const string Occurrence = "bcbi_businesscentraldocumentoccurrencenumber";
    private const int PageSize = 100;

    /// <summary>True when a person confirmed that orders which look deleted are ended, however many those are.</summary>
    public bool IsForced { get; init; }

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
        var guard = new GoneOrderGuard(run, Job, IsForced);
        foreach (var page in guard.Admit(gone))
            await MarkAsync(run, [.. page.Select(order => order.Coupling)]).ConfigureAwait(false);
        var marks = new List<CouplingState>();
        await foreach (var mark in run.State.Couplings.ReadAsync(Waiting, new CouplingCondition(), cancellationToken).ConfigureAwait(false))
            marks.Add(mark);
        BcSyncJob? job = null;
        var leftOut = new List<string>();
        foreach (var page in marks.Chunk(PageSize))
        {
            var due = await PlanDueAsync(run, page).ConfigureAwait(false);
            if (due.Ends.Count == 0)
                continue;
            job ??= await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
            var settled = await CarryOverAsync(run, job, due).ConfigureAwait(false);
            leftOut.AddRange(due.Ends.Where(end => end.LeftOut is not null).Select(end => $"{end.Mark.BcNo}: {end.LeftOut}"));
            job = settled.Job;
            yield return settled;
            cancellationToken.ThrowIfCancellationRequested();
        }

        await guard.CheckAsync(gone, cancellationToken).ConfigureAwait(false);
        if (job is not null)
        {
            await JobLog.CloseAsync(run, job, SyncJobStatus.Success, leftOut.Count == 0 ? null : string.Join(' ', leftOut))
                .ConfigureAwait(false);
        }
    }

    // The couplings of the lines go first, so that a run that is killed finds the order, and them, again. An order that was archived before
    // and taken over again since has its earlier mark replaced.
    private async Task MarkAsync(RunContext run, IReadOnlyList<CouplingState> couplings)
    {
        if (mappings.Find(DocumentFamily.OrderMapping) is { } mapping)
            await new CouplingRemoval(run.Parts, mappings).RemoveDependantsAsync(mapping, couplings, CancellationToken.None).ConfigureAwait(false);
        var earlier = await EarlierAsync(run, couplings).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        var clashes = await run.State.SaveAsync(overtaken => Change([.. couplings.Without(overtaken)]), CancellationToken.None)
            .ConfigureAwait(false);
        foreach (var clash in clashes)
            run.Observer.Verbose($"{DocumentFamily.OrderMapping}: {clash}");

        StateChange Change(CouplingState[] marked)
        {
            var ids = marked.SelectMany(coupling => new[] { coupling.BcId, coupling.SalesId }).ToHashSet();
            CouplingState[] replaced = [.. earlier.Where(mark => ids.Contains(mark.BcId) || ids.Contains(mark.SalesId))];
            return new StateChange
            {
                RemovedCouplings = [.. marked, .. replaced],
                Couplings = [.. marked.Select(MarkOf)],
                Settled = [.. marked.Concat(replaced).SelectMany(coupling => coupling.Keys)],
                Now = now,
            };
        }
    }

    private static Task<IReadOnlyList<CouplingState>> EarlierAsync(RunContext run, IReadOnlyList<CouplingState> couplings) =>
        run.State.Couplings.FindByEitherIdAsync(
            Family, [.. couplings.Select(coupling => coupling.BcId)], [.. couplings.Select(coupling => coupling.SalesId)], CancellationToken.None);

    private static CouplingState MarkOf(CouplingState coupling) =>
        coupling with { Mapping = Waiting, Family = Family, Revision = 0, Skipped = false, Error = null, ErrorTime = null };

    // What is not due, or waits for the seller, is neither written nor counted.
    private async Task<ArchivePage> PlanDueAsync(RunContext run, CouplingState[] marks)
    {
        var pending = (await run.State.Pending
            .FindAsync(Waiting, SyncDirection.ToSales, [.. marks.Select(mark => mark.BcId)], CancellationToken.None).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var page = await PlanAsync(run, marks).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        foreach (var end in page.Ends.Where(end => end.Waits))
            run.Observer.Verbose($"Order {end.Mark.BcNo} left Business Central; {end.Mark.SalesName} waits for its seller to submit it.");
        return page with
        {
            Ends = [.. page.Ends.Where(end =>
                !end.Waits && DueDocuments.IsDue(pending.GetValueOrDefault(end.Mark.BcId), end.Failure, now))],
            Pending = pending,
        };
    }

    private async Task<JobPage<BcDocumentResult>> CarryOverAsync(RunContext run, BcSyncJob job, ArchivePage page)
    {
        PlannedAction[] plans = [.. page.Ends.Select(end => end.Plan).OfType<PlannedAction>()];
        var applied = (await new UnitApplier(run.Endpoints).ApplyAsync(page.Pass, plans, lastRound: true, CancellationToken.None)
            .ConfigureAwait(false))
            .ToDictionary(action => action.Plan);
        var now = parts.Clock.GetUtcNow();
        var ledger = new PageLedger(Waiting, SyncDirection.ToSales, job, now);
        var results = new List<BcDocumentResult>();
        var done = new List<CouplingState>();
        foreach (var end in page.Ends)
        {
            var mark = end.Mark;
            var refusal = end.Plan is null ? null : applied[end.Plan].Failure;
            if ((refusal ?? end.Failure) is { } failure)
            {
                // Sales has to be told one day: what it refuses comes again with growing pauses.
                var remembered = refusal is null ? failure : failure with { Class = FailureClass.Transient };
                var named = failure.ToError(now, DocumentFamily.OrderMapping) with
                {
                    BcId = mark.BcId, BcNo = mark.BcNo, SalesId = mark.SalesId, SalesName = mark.SalesName,
                };
                var (error, action) = ledger.Fail(remembered, page.Pending.GetValueOrDefault(mark.BcId), named);
                results.Add(Result(run, mark, action, error.Message, error));
                continue;
            }

            ledger.Settle(mark.BcId);
            ledger.Count(end.Action);
            done.Add(mark);
            results.Add(Result(run, mark, end.Action, end.Message, null));
        }

        await run.State.SaveAsync(
            overtaken => ledger.ToChange() with { RemovedCouplings = [.. done.Without(overtaken)] }, CancellationToken.None)
                .ConfigureAwait(false);
        return new JobPage<BcDocumentResult>(ledger.Job, results);
    }

    private async Task<ArchivePage> PlanAsync(RunContext run, CouplingState[] marks)
    {
        var stop = CancellationToken.None;
        var mapping = mappings.Find(DocumentFamily.OrderMapping)!;
        var orders = await run.PassAsync(mapping, SyncDirection.ToSales, stop).ConfigureAwait(false);
        var lines = await run.PassAsync(mappings.PartsOf(mapping)!, SyncDirection.ToSales, stop).ConfigureAwait(false);
        string[] columns = [.. orders.DestinationColumns.Union([Number, Occurrence])];
        var rows = (await parts.Endpoints.Sales.ReadByIdAsync("salesorder", columns, [.. marks.Select(mark => mark.SalesId)], stop).ConfigureAwait(false))
            .ToDictionary(row => row.Id);
        string[] numbers = [.. marks.Where(mark => rows.ContainsKey(mark.SalesId)).Select(mark => NumberOf(mark, rows[mark.SalesId]))
            .Distinct()];
        var archives = await new ArchiveReader(parts.Endpoints.BusinessCentral).ReadAsync(numbers, stop).ConfigureAwait(false);
        var found = marks.Where(mark => rows.ContainsKey(mark.SalesId))
            .Select(mark => (Mark: mark, Order: rows[mark.SalesId], Archive: Find(archives, mark, rows[mark.SalesId])!))
            .Where(order => order.Archive is not null).ToArray();
        var planner = new ArchivePlanner(run, orders, lines);
        var plans = await planner.PlanAsync(found, stop).ConfigureAwait(false);
        var byMark = found.Zip(plans).ToDictionary(pair => pair.First.Mark.BcId, pair => pair.Second);
        return new ArchivePage(
            planner.Pass, [.. marks.Select(mark =>
                ArchiveEnd.Of(mark, rows.GetValueOrDefault(mark.SalesId), byMark.GetValueOrDefault(mark.BcId)))]);
    }

    // Sales need not have been told the number; the coupling has had it from the start.
    private static string NumberOf(CouplingState mark, Record order) => (mark.BcNo ?? order[Number].ToString()).ToUpperInvariant();

    // How often the number was used before stands in Sales, if that is the number Sales has.
    private static ArchivedOrder? Find(
        IReadOnlyDictionary<(string Number, int Occurrence), ArchivedOrder> archives, CouplingState mark, Record order)
    {
        var number = NumberOf(mark, order);
        var occurrence = string.Equals(order[Number].AsText(), number, StringComparison.OrdinalIgnoreCase)
            ? order[Occurrence].AsNumber() : null;
        return occurrence is { } known
            ? archives.GetValueOrDefault((number, (int)known))
            : archives.Where(archive => archive.Key.Number == number).OrderBy(archive => archive.Key.Occurrence)
                .Select(archive => archive.Value).LastOrDefault();
    }

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
