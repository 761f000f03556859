using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings;

/// <summary>Shows couplings to people.</summary>
internal static class CouplingView
{
    /// <summary>The coupling as the pipeline carries it.</summary>
    public static BcCoupling ToContract(this CouplingState coupling, TableMapping? mapping) => new()
    {
        Mapping = coupling.Mapping,
        BcTable = mapping?.BcTable ?? string.Empty,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        BcName = coupling.BcName,
        SalesTable = mapping?.SalesTable ?? string.Empty,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
        LastSynchronized = coupling.LastSynchronized,
        ToSalesResult = coupling.ToSalesResult,
        ToBusinessCentralResult = coupling.ToBusinessCentralResult,
        Skipped = coupling.Skipped,
        Error = coupling.Error,
        ErrorTime = coupling.ErrorTime,
    };
}
