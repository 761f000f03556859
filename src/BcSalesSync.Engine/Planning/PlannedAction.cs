using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>What is to be done with one candidate, and why.</summary>
public sealed record PlannedAction
{
    /// <summary>The candidate.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>What is to be done.</summary>
    public required SyncAction Action { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Values to write, in order.</summary>
    public IReadOnlyList<PlannedValue> Values { get; init; } = [];

    /// <summary>Why it fails; null when it does not.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>References that were left empty because their records are not coupled; the record comes again once they are.</summary>
    public IReadOnlyList<AwaitedReference> Awaits { get; init; } = [];

    /// <summary>Source values both sides will have agreed upon once the action is done, by source column.</summary>
    public IReadOnlyDictionary<string, FieldValue> AgreedSource { get; init; } = new Dictionary<string, FieldValue>();

    /// <summary>
    /// Source columns whose value could not be carried over and was left empty there: what both sides agreed upon before holds no more,
    /// so that any value, the earlier one included, counts as a change.
    /// </summary>
    public IReadOnlyCollection<string> DisagreedSource { get; init; } = [];

    /// <summary>Destination values both sides will have agreed upon, by destination column.</summary>
    public IReadOnlyDictionary<string, FieldValue> AgreedDestination { get; init; } = new Dictionary<string, FieldValue>();

    /// <summary>
    /// True when a field that travels only the other way was changed here, so that the other direction has to put it right.
    /// </summary>
    public bool ReverseDue { get; init; }

    /// <summary>True when the counterpart holds edits that only the other direction carries.</summary>
    public bool ReversePending { get; init; }

    /// <summary>True when a counterpart is created or written to.</summary>
    public bool IsWrite => Failure is null && (Values.Count > 0 || Action is SyncAction.Created);

    /// <summary>What is to be done with the parts of the record; null when it has none.</summary>
    public PartsPlan? Parts { get; init; }

    /// <summary>True when the action writes something, to the record or to its parts.</summary>
    public bool Writes => Values.Count > 0 || Parts is { Writes: true };

    /// <summary>True when the record is left out without being counted: the mapping does not look at it.</summary>
    public bool Ignored { get; init; }

    /// <summary>True when the record is left for other runs, so that what is remembered of it must stay.</summary>
    public bool Withheld { get; init; }
}
