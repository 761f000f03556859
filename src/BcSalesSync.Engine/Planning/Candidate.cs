using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>A record that a pass has to decide on, with all that is known about it.</summary>
public sealed record Candidate
{
    /// <summary>The record on the source side.</summary>
    public required Record Source { get; init; }

    /// <summary>Its coupling; null when it has none.</summary>
    public CouplingState? Coupling { get; init; }

    /// <summary>The counterpart as it is now; null when the record is not coupled or the counterpart is gone.</summary>
    public Record? Counterpart { get; init; }

    /// <summary>An uncoupled counterpart whose match fields are equal; null when none was looked for or found.</summary>
    public Record? Match { get; init; }

    /// <summary>Why it cannot be told whether an earlier create left a counterpart behind; null when it can.</summary>
    public PlanFailure? Doubt { get; init; }

    /// <summary>What is remembered of earlier attempts; null when there was no trouble.</summary>
    public PendingRecord? Pending { get; init; }

    /// <summary>How often the derived id of the counterpart turned out to be in use elsewhere.</summary>
    public int IdAttempt { get; init; }

    /// <summary>What was sent in this run without an answer, and may have been written all the same.</summary>
    public IReadOnlyList<PlannedValue> Unanswered { get; init; } = [];

    /// <summary>True when the values are the last synchronised ones and nobody asks for more: there is nothing to decide.</summary>
    public bool IsEcho { get; init; }

    /// <summary>True when a counterpart is to be created, for the first time or because it was deleted.</summary>
    public bool LacksCounterpart => !IsEcho && Counterpart is null;
}
