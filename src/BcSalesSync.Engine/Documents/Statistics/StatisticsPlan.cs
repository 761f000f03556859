using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>What is to be done with the statistics of one customer, and what came of it. Immutable.</summary>
/// <param name="Customer">Coupling of the customer.</param>
internal sealed record StatisticsPlan(CouplingState Customer)
{
    /// <summary>What is done.</summary>
    public SyncAction Action { get; init; } = SyncAction.Unchanged;

    /// <summary>The figures as they are now; null when the customer is gone.</summary>
    public Record? Figures { get; init; }

    /// <summary>Columns to write, empty when nothing differs.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Values { get; init; } = [];

    /// <summary>Row with the statistics; null while there is none.</summary>
    public Guid? Row { get; init; }

    /// <summary>
    /// The customer's coupling with the account as it is after it was linked: a write of ours is no user's edit. Null when nothing was linked, or
    /// a user had changed the account before.
    /// </summary>
    public CouplingState? Linked { get; init; }

    /// <summary>The account as it was read; null when it is gone.</summary>
    public Record? Account { get; init; }

    /// <summary>Why it cannot be done; null when it can.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>The same with a failure.</summary>
    public StatisticsPlan Failed(PlanFailure failure) => this with { Action = SyncAction.Failed, Failure = failure };
}
