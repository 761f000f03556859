using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>
/// Sends balance, sales, overdue amounts and the like of coupled customers to the account statistics in Sales (spec/documents.md 5.5, 5.6).
/// </summary>
internal sealed class StatisticsRun(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name under which its jobs and watermarks stand.</summary>
    public const string Job = StatisticsMark.Mapping;

    private const int PageSize = 200;

    /// <summary>Updates the customers of a request, or all that are coupled.</summary>
    public async IAsyncEnumerable<BcStatisticsResult> RunAsync(
        StatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = NewRun();
        var named = new NamedCouplings(parts, MasterFamily.Customers, "Customer", uncoupled =>
            observer.Warning($"Not coupled, so there is no account to send statistics to: customer {uncoupled}."));
        Task<IReadOnlyList<CouplingState>> ChooseAsync(StatisticsMarks marks, CancellationToken stop) =>
            request.Names ? named.FindAsync(request.BcIds, request.BcNos, stop) : CoupledAsync(stop);
        await foreach (var result in RunAsync(run, ChooseAsync, null, cancellationToken).ConfigureAwait(false))
            yield return result;
        foreach (var error in named.Missing)
        {
            yield return new BcStatisticsResult
            {
                BcNo = error.BcNo, Action = SyncAction.Failed, Error = error with { Mapping = MasterFamily.CustomerMapping }, RunId = run.RunId,
            };
        }
    }

    /// <summary>Updates customers that are new, and those whose figures may have moved since the last time.</summary>
    public IAsyncEnumerable<BcStatisticsResult> RunMovedAsync(CancellationToken cancellationToken)
    {
        var moved = new MovedCustomers(parts);
        return RunAsync(NewRun(), (marks, stop) => MovedAsync(moved, marks, stop), moved, cancellationToken);
    }

    private RunContext NewRun() => new(parts, mappings, parts.Ids.NewId(), SyncJobType.Statistics, new PlanPolicy(), observer);

    private IAsyncEnumerable<BcStatisticsResult> RunAsync(
        RunContext run, Func<StatisticsMarks, CancellationToken, Task<IReadOnlyList<CouplingState>>> choose, MovedCustomers? moved,
            CancellationToken cancellationToken) =>
        HeldPages.RunAsync(run, Job, SyncDirection.ToSales, (held, stop) => PagesAsync(held, choose, moved, stop), cancellationToken)
            .ResultsAsync(cancellationToken);

    private async IAsyncEnumerable<JobPage<BcStatisticsResult>> PagesAsync(
        RunContext run, Func<StatisticsMarks, CancellationToken, Task<IReadOnlyList<CouplingState>>> choose, MovedCustomers? moved,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await parts.Endpoints.Sales.GetSchemaAsync("nav_accountstatistics", cancellationToken).ConfigureAwait(false) is null)
            throw new SyncException(StatisticsFailures.TableMissing(parts.Clock.GetUtcNow()));
        var source = await StatisticsSource.FindAsync(parts.Endpoints.BusinessCentral, parts.Clock.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        var update = new StatisticsUpdate(run.Parts, source);
        var job = await JobLog.OpenAsync(run, Job, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        if (!source.IsComplete)
            observer.Warning("The companion app is missing: account statistics hold the balance and the overdue amount only.");
        var marks = await StatisticsMarks.LoadAsync(parts.State.Couplings, cancellationToken).ConfigureAwait(false);
        var customers = await choose(marks, cancellationToken).ConfigureAwait(false);
        var (invoices, problem) = await PaymentsAsync(customers, moved is not null, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in customers.Chunk(PageSize))
        {
            var settlement = new StatisticsSettlement(job, source, marks, parts.Clock.GetUtcNow());
            foreach (var plan in await update.RunAsync(chunk, cancellationToken).ConfigureAwait(false))
                settlement.Add(plan, invoices.GetValueOrDefault(plan.Customer.BcNo ?? string.Empty));
            await run.State.SaveAsync(clashes => settlement.ToChange([.. clashes.Select(clash => clash.Coupling)]), CancellationToken.None)
                .ConfigureAwait(false);
            job = settlement.Job;
            yield return new JobPage<BcStatisticsResult>(job, settlement.Results);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (moved is not null)
            await SaveAsync(run, moved, marks).ConfigureAwait(false);
        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
        if (problem is not null)
            throw problem;
    }

    // What keeps the invoices from their turn does not keep the statistics from theirs.
    private async Task<(IReadOnlyDictionary<string, int> Invoices, SyncException? Problem)> PaymentsAsync(
        IReadOnlyList<CouplingState> customers, bool moved, CancellationToken cancellationToken)
    {
        var payments = new PaymentRun(parts, mappings, observer);
        try
        {
            return (moved ? await payments.RunMovedAsync(cancellationToken).ConfigureAwait(false)
                : await payments.RunAsync(customers, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SyncException problem)
        {
            return (new Dictionary<string, int>(), problem);
        }
    }

    private async Task<IReadOnlyList<CouplingState>> MovedAsync(MovedCustomers moved, StatisticsMarks marks, CancellationToken cancellationToken)
    {
        var coupled = await CoupledAsync(cancellationToken).ConfigureAwait(false);
        if (!await moved.CanTellAsync(cancellationToken).ConfigureAwait(false))
            return coupled;
        var numbers = await moved.FindAsync(cancellationToken).ConfigureAwait(false);
        return [.. coupled.Where(customer => !marks.Stands(customer) || (customer.BcNo is { } number && numbers.Contains(number)))];
    }

    // What moves while a customer is skipped passes it by, so it is sent as a new one once it is taken up again.
    private async Task SaveAsync(RunContext run, MovedCustomers moved, StatisticsMarks marks)
    {
        var unmarked = new List<CouplingState>();
        await foreach (var customer in parts.State.Couplings
            .ReadAsync(MasterFamily.CustomerMapping, new CouplingCondition { Skipped = true }, CancellationToken.None).ConfigureAwait(false))
            unmarked.AddRange(marks.Of(customer));
        if (moved.Watermarks.Count + unmarked.Count > 0)
        {
            await run.State.CommitAsync(
                new StateChange { Watermarks = moved.Watermarks, RemovedCouplings = unmarked, Now = parts.Clock.GetUtcNow() }, CancellationToken.None)
                    .ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<CouplingState>> CoupledAsync(CancellationToken cancellationToken)
    {
        var coupled = new List<CouplingState>();
        await foreach (var coupling in parts.State.Couplings.ReadAsync(MasterFamily.CustomerMapping, new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            if (!coupling.Skipped)
                coupled.Add(coupling);
        }

        return coupled;
    }
}
