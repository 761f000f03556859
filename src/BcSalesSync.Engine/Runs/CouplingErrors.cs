using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>Errors about one coupling.</summary>
internal static class CouplingErrors
{
    /// <summary>The record that a person named with its row has another partner by now.</summary>
    public static BcSyncError CoupledOtherwise(BcCoupling meant, CouplingState stands, DateTimeOffset now) => ErrorCatalog.Create(
        now,
        "BcSync.Coupling.CoupledOtherwise",
        FailureClass.Data,
        $"{meant.BcNo ?? meant.BcId.ToString()} is not coupled to {meant.SalesName ?? meant.SalesId.ToString()} any more, but to "
            + $"{stands.SalesName ?? stands.SalesId.ToString()}: nothing was removed.",
        $"Look at it with Get-BcCoupling -Mapping {meant.Mapping.Typed()} -BcId {meant.BcId}; "
            + $"to remove it: Remove-BcCoupling -Mapping {meant.Mapping.Typed()} -BcId {meant.BcId}.").About(meant);

    /// <summary>Records of the mapping are not created by coupling them.</summary>
    public static BcSyncError NeverCreated(DateTimeOffset now, string mapping) => ErrorCatalog.Create(
        now,
        "BcSync.Coupling.NeverCreated",
        FailureClass.Configuration,
        $"Mapping {mapping} creates nothing: its records come about another way.",
        "Orders of Sales are created in Business Central with Import-BcSalesOrder.") with
    {
        Mapping = mapping,
    };

    /// <summary>The error as one about a coupling.</summary>
    public static BcSyncError About(this BcSyncError error, CouplingState coupling) => error with
    {
        Mapping = coupling.Mapping,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
    };

    /// <summary>The error as one about a coupling.</summary>
    public static BcSyncError About(this BcSyncError error, BcCoupling coupling) => error with
    {
        Mapping = coupling.Mapping,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
    };
}
