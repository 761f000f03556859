using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>What is to be done with a document of Sales, and, once that is done, what came of it. Immutable.</summary>
/// <param name="Document">The document.</param>
internal sealed record DocumentPlan(SalesDocument Document)
{
    /// <summary>What is done.</summary>
    public SyncAction Action { get; init; } = SyncAction.Unchanged;

    /// <summary>What is to be created; null when nothing is.</summary>
    public DocumentDraft? Draft { get; init; }

    /// <summary>The coupling, also one that is about to be saved; null when there is none.</summary>
    public CouplingState? Coupling { get; init; }

    /// <summary>Number in Business Central; null when there is no document yet.</summary>
    public string? BcNo { get; init; }

    /// <summary>What is worth knowing; null when nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>Why it cannot be done; null when it can.</summary>
    public PlanFailure? Failure { get; init; }

    /// <summary>What is remembered of earlier failures; null when nothing is.</summary>
    public PendingRecord? Pending { get; init; }

    /// <summary>True for a coupling that was not there before.</summary>
    public bool IsNewlyCoupled { get; init; }

    /// <summary>True for a document that an earlier run had created without learning of it.</summary>
    public bool IsFound { get; init; }

    /// <summary>The same with a failure.</summary>
    public DocumentPlan Failed(PlanFailure failure) => this with { Action = SyncAction.Failed, Failure = failure };

    /// <summary>The same as a document that is there and newly coupled.</summary>
    /// <param name="mapping">Mapping under which it is coupled.</param>
    /// <param name="family">Family within which its coupling is unique.</param>
    /// <param name="id">Its id in Business Central.</param>
    /// <param name="number">Its number there.</param>
    public DocumentPlan Coupled(string mapping, string family, Guid id, string? number) => this with
    {
        BcNo = number,
        IsNewlyCoupled = true,
        Coupling = new CouplingState
        {
            Mapping = mapping,
            Family = family,
            BcId = id,
            SalesId = Document.Id,
            BcNo = number,
            BcName = Document.Header["name"].AsText(),
            SalesName = Document.Number,
        },
    };

    /// <summary>The same with one more thing worth knowing.</summary>
    public DocumentPlan Noting(string sentence) => this with { Message = Message is null ? sentence : $"{Message} {sentence}" };
}
