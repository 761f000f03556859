using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings;

/// <summary>A coupling that was never synchronised: both sides count as changed (spec/engine.md 1.1).</summary>
internal static class NewCoupling
{
    /// <summary>The coupling of a record and a row.</summary>
    public static CouplingState Of(TableMapping mapping, (Guid Id, string? No, string? Name) bc, (Guid Id, string? Name) sales) => new()
    {
        Mapping = mapping.Name,
        Family = mapping.Family,
        BcId = bc.Id,
        SalesId = sales.Id,
        BcNo = bc.No,
        BcName = bc.Name,
        SalesName = sales.Name,
        LastSynchronized = null,
    };
}
