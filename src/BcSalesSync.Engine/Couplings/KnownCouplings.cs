using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings;

/// <summary>The couplings that concern a group of requests, kept up to date while the requests are decided one after the other.</summary>
internal sealed class KnownCouplings
{
    private readonly Dictionary<Guid, CouplingState> byBc = [];
    private readonly Dictionary<Guid, CouplingState> bySales = [];

    private KnownCouplings(IEnumerable<CouplingState> couplings)
    {
        foreach (var coupling in couplings)
            Add(coupling);
        OwnersOfSales = [.. byBc.Keys];
    }

    /// <summary>Records that were coupled to one of the rows at the beginning.</summary>
    public Guid[] OwnersOfSales { get; }

    /// <summary>Loads the couplings of the given records and rows.</summary>
    public static async Task<KnownCouplings> LoadAsync(
        IStateStore state, string family, IReadOnlyCollection<Guid> bcIds, IReadOnlyCollection<Guid> salesIds,
            CancellationToken cancellationToken) =>
        new(await state.Couplings.FindByEitherIdAsync(family, bcIds, salesIds, cancellationToken).ConfigureAwait(false));

    /// <summary>Coupling of a record; null when it has none.</summary>
    public CouplingState? OfBc(Guid id) => byBc.GetValueOrDefault(id);

    /// <summary>Coupling of a row; null when it has none.</summary>
    public CouplingState? OfSales(Guid id) => bySales.GetValueOrDefault(id);

    /// <summary>True when the coupling still stands after all decisions.</summary>
    public bool Holds(CouplingState coupling) => ReferenceEquals(byBc.GetValueOrDefault(coupling.BcId), coupling);

    /// <summary>Takes a decision into account for those that follow.</summary>
    public void Apply(PairDecision decision)
    {
        if (decision is not { Coupling: { } coupling, Unchanged: false })
            return;
        foreach (var removed in decision.Removed)
        {
            byBc.Remove(removed.BcId);
            bySales.Remove(removed.SalesId);
        }

        Add(coupling);
    }

    private void Add(CouplingState coupling)
    {
        byBc[coupling.BcId] = coupling;
        bySales[coupling.SalesId] = coupling;
    }
}
