using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Couplings;

/// <summary>What a request to couple two records comes to.</summary>
internal sealed record PairDecision
{
    /// <summary>The coupling as it will be; null when refused.</summary>
    public CouplingState? Coupling { get; init; }

    /// <summary>Couplings that make room for it.</summary>
    public IReadOnlyList<CouplingState> Removed { get; init; } = [];

    /// <summary>True when the two are coupled already.</summary>
    public bool Unchanged { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public PlanFailure? Failure { get; init; }
}
