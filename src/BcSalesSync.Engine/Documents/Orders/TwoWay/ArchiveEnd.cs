using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>How an order that left Business Central is to be ended.</summary>
/// <param name="Mark">Its mark.</param>
/// <param name="Action">What people see as done.</param>
/// <param name="Message">What is said about it.</param>
internal sealed record ArchiveEnd(CouplingState Mark, SyncAction Action, string Message)
{
    private const int Active = 0;

    /// <summary>What is carried out; null when nothing is written.</summary>
    public PlannedAction? Plan { get; init; }

    /// <summary>Why it cannot be ended; null when it can.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>True when the seller has it: it is ended once it is submitted again.</summary>
    public bool Waits { get; init; }

    /// <summary>Which archived lines Sales does not get, in one sentence; null when it gets all.</summary>
    public string? LeftOut { get; init; }

    /// <summary>The end of an order.</summary>
    /// <param name="mark">Its mark.</param>
    /// <param name="order">The order in Sales; null when it is gone there.</param>
    /// <param name="plan">What its last archived version means; null when there is none.</param>
    public static ArchiveEnd Of(CouplingState mark, Record? order, ArchivePlan? plan)
    {
        if (order is null)
            return new ArchiveEnd(mark, SyncAction.Unchanged, "The order left both systems.");
        if (plan is null)
            return new ArchiveEnd(mark, SyncAction.Failed, string.Empty) { Failure = OrderFailures.NotArchived(mark) };
        if (plan.Action.Failure is { } failure)
            return new ArchiveEnd(mark, SyncAction.Failed, string.Empty) { Failure = failure };
        if (plan.Action.Action is SyncAction.Skipped)
        {
            return new ArchiveEnd(
                mark, SyncAction.Unchanged, "The order left Business Central; in Sales it is ended already, and stays as it is.")
            {
                Waits = order["statecode"].AsNumber() is Active,
            };
        }

        var leftOut = plan.LeftOut.Count == 0 ? null
            : $"Lines that sell what is not coupled were left out: {string.Join(", ", plan.LeftOut)}.";
        const string held = "The order left Business Central; Sales has what its last archived version holds.";
        return new ArchiveEnd(mark, plan.Action.Action, leftOut is null ? held : $"{held} {leftOut}")
        {
            Plan = plan.Action, LeftOut = leftOut,
        };
    }
}
