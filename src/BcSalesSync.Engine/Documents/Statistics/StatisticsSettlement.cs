using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>Turns what came of a page of customers into one change of the state.</summary>
internal sealed class StatisticsSettlement(BcSyncJob job, StatisticsSource source, StatisticsMarks known, DateTimeOffset now)
{
    private readonly List<CouplingState> couplings = [];
    private readonly List<CouplingState> marks = [];
    private readonly List<CouplingState> unmarked = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<BcStatisticsResult> results = [];
    private JobCounts counts = new();

    /// <summary>The job with the page's counts.</summary>
    public BcSyncJob Job => counts.AddTo(job);

    /// <summary>What happened to the customers.</summary>
    public IReadOnlyList<BcStatisticsResult> Results => results;

    /// <summary>The change.</summary>
    public StateChange ToChange(IReadOnlyList<CouplingState> overtaken) => new()
    {
        Couplings = [.. couplings.Except(overtaken), .. marks],
        RemovedCouplings = unmarked,
        Errors = errors,
        Jobs = [Job],
        Now = now,
    };

    /// <summary>Adds a customer.</summary>
    /// <param name="plan">What came of it.</param>
    /// <param name="invoices">How many of its invoices changed.</param>
    public void Add(StatisticsPlan plan, int invoices)
    {
        BcSyncError? error = null;
        if (plan.Failure is { } failure)
        {
            error = Describe(plan, failure);
            errors.Add(error);
            if (StatisticsFailures.IsGone(failure))
                couplings.Add(plan.Customer with { Skipped = true, ToSalesResult = SyncOutcome.Failure, Error = failure.Message, ErrorTime = now });

            // Whether it moves again or not, the next run has to send it.
            unmarked.AddRange(known.Of(plan.Customer));
        }
        else
        {
            if (plan.Linked is { } linked)
                couplings.Add(linked);
            Mark(plan.Customer);
        }

        counts = plan.Action switch
        {
            SyncAction.Created => counts with { Inserted = counts.Inserted + 1 },
            SyncAction.Updated => counts with { Modified = counts.Modified + 1 },
            SyncAction.Failed => counts with { Failed = counts.Failed + 1 },
            _ => counts with { Unchanged = counts.Unchanged + 1 },
        };
        results.Add(new BcStatisticsResult
        {
            BcNo = plan.Customer.BcNo,
            SalesName = plan.Customer.SalesName,
            Action = plan.Action,
            Balance = source.Amount(plan.Figures, StatisticsFigure.Balance),
            TotalSales = source.Amount(plan.Figures, StatisticsFigure.TotalSales),
            InvoicesUpdated = invoices,
            Error = error,
            RunId = job.RunId,
        });
    }

    private void Mark(CouplingState customer)
    {
        if (known.Stands(customer))
            return;
        unmarked.AddRange(known.Of(customer));
        marks.Add(StatisticsMark.Of(customer, now));
    }

    // What is missing is named alone: there is nothing on the other side to link to (scenario STA-104).
    private BcSyncError Describe(StatisticsPlan plan, PlanFailure failure) => failure.ToError(now, MasterFamily.CustomerMapping) with
    {
        Direction = SyncDirection.ToSales,
        BcId = plan.Figures is null ? null : plan.Customer.BcId,
        BcNo = plan.Figures is null ? null : plan.Customer.BcNo,
        SalesId = plan.Figures is null ? plan.Customer.SalesId : null,
        SalesName = plan.Figures is null ? plan.Customer.SalesName : null,
        JobId = job.Id,
    };
}
