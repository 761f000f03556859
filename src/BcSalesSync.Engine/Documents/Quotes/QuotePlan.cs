using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>What is to be done with a quote beyond what every document needs. Immutable.</summary>
/// <param name="Plan">The plan.</param>
internal sealed record QuotePlan(DocumentPlan Plan)
{
    /// <summary>Coupling of the revision before, whose quote in Business Central is taken over; null when there is none.</summary>
    public CouplingState? Predecessor { get; init; }

    /// <summary>The quote in Business Central, coupled or to be taken over; null when it is not there.</summary>
    public Record? Partner { get; init; }

    /// <summary>True when the quote is won and what follows from that is still to be done.</summary>
    public bool IsWon { get; init; }

    /// <summary>The order made of it in Sales; null when it is not won.</summary>
    public Record? Order { get; init; }
}
