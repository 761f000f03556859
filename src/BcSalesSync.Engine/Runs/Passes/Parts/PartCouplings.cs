using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>Couplings of the parts of a page of records, by either side. Pure.</summary>
/// <param name="pass">The pass of the parts.</param>
/// <param name="couplings">The couplings; each side's ids are unique.</param>
internal sealed class PartCouplings(PassDefinition pass, IReadOnlyCollection<CouplingState> couplings)
{
    private readonly Dictionary<Guid, CouplingState> bySource = couplings.ToDictionary(coupling => coupling.IdOn(pass.Source));
    private readonly Dictionary<Guid, CouplingState> byDestination = couplings.ToDictionary(coupling => coupling.IdOn(pass.Destination));

    /// <summary>The coupling of a part of the source; null when it has none.</summary>
    public CouplingState? OfSource(Guid id) => bySource.GetValueOrDefault(id);

    /// <summary>The coupling of a part of the destination; null when it has none.</summary>
    public CouplingState? OfDestination(Guid id) => byDestination.GetValueOrDefault(id);
}
