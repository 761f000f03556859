using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying;

/// <summary>A planned action and how it ended.</summary>
internal sealed record AppliedAction
{
    /// <summary>The plan.</summary>
    public required PlannedAction Plan { get; init; }

    /// <summary>Id of the counterpart; null when there is none.</summary>
    public Guid? CounterpartId { get; init; }

    /// <summary>Name that the system made for a counterpart that was created; null where it is known otherwise.</summary>
    public string? CounterpartName { get; init; }

    /// <summary>The counterpart as the system answered it after the write; null when it answered nothing.</summary>
    public Record? Answer { get; init; }

    /// <summary>True when the counterpart was found in place instead of being written now.</summary>
    public bool Adopted { get; init; }

    /// <summary>The parts of the record and how each ended.</summary>
    public IReadOnlyList<AppliedAction> Parts { get; init; } = [];

    /// <summary>Why it failed; null when it did not.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>Why a record that was created lacks what is written only afterwards; null when it is complete.</summary>
    public PlanFailure? Incomplete { get; init; }

    /// <summary>True when the system said that it did not write: what was intended did not happen.</summary>
    public bool NothingWritten { get; init; }

    /// <summary>True when the ground changed under the plan and the record has to be read and planned again.</summary>
    public bool PlanAgain { get; init; }
}
