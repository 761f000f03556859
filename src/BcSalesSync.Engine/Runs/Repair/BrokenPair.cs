using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>A coupling whose record is gone on one side or both.</summary>
/// <param name="Coupling">The coupling.</param>
/// <param name="Missing">Where the record is gone.</param>
/// <param name="SurvivorToken">Concurrency token of the surviving record as it was read; null when it was not, or has none.</param>
internal sealed record BrokenPair(CouplingState Coupling, MissingRecord Missing, string? SurvivorToken = null)
{
    /// <summary>The side whose record survived, if one did.</summary>
    public SystemSide Survivor => Missing is MissingRecord.BusinessCentral ? SystemSide.Sales : SystemSide.BusinessCentral;

    /// <summary>The pair as the pipeline carries it.</summary>
    public BcCoupling ToContract(TableMapping mapping) => Coupling.ToContract(mapping) with { Missing = Missing };
}
