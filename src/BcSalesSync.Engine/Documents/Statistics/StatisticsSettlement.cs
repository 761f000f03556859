using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>Turns what came of a page of customers into one change of the state.</summary>
internal sealed class StatisticsSettlement(BcSyncJob job, DateTimeOffset now)
{
    private readonly List<CouplingState> couplings = [];
    private readonly List<CouplingState> marks = [];
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
        Errors = errors,
        Jobs = [Job],
        Now = now,
    };

    /// <summary>Adds a customer.</summary>
    /// <param name="plan">What came of it.</param>
    /// <param name="marked">True when it is known already that its statistics are in Sales.</param>
    /// <param name="invoices">How many of its invoices changed.</param>
    public void Add(StatisticsPlan plan, bool marked, int invoices)
    {
        BcSyncError? error = null;
        if (plan.Failure is { } failure)
        {
            error = Describe(plan, failure);
            errors.Add(error);
            if (failure.Class is FailureClass.Data)
                couplings.Add(plan.Customer with { Skipped = true, ToSalesResult = SyncOutcome.Failure, Error = failure.Message, ErrorTime = now });
        }
        else if (!marked)
        {
            marks.Add(StatisticsMark.Of(plan.Customer, now));
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
            Balance = Figure(plan, StatisticsFigure.Balance),
            TotalSales = Figure(plan, StatisticsFigure.TotalSales),
            InvoicesUpdated = invoices,
            Error = error,
            RunId = job.RunId,
        });
    }

    private static decimal? Figure(StatisticsPlan plan, StatisticsFigure figure) => plan.Figures?[figure.Bc].AsNumber();

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
