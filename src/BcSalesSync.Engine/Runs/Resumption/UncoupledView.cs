using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>Shows a record without a partner in the shape of a coupling, so that it pipes on like one.</summary>
internal static class UncoupledView
{
    /// <summary>The record; the id of the side where it has no partner is empty.</summary>
    public static BcCoupling Of(PendingRecord record, TableMapping mapping)
    {
        var fromBc = record.Direction is SyncDirection.ToSales;
        return new BcCoupling
        {
            Mapping = mapping.Name,
            BcTable = mapping.BcTable,
            BcId = fromBc ? record.SourceId : Guid.Empty,
            BcNo = fromBc ? record.SourceName : null,
            SalesTable = mapping.SalesTable,
            SalesId = fromBc ? Guid.Empty : record.SourceId,
            SalesName = fromBc ? null : record.SourceName,
            ToSalesResult = fromBc ? SyncOutcome.Failure : SyncOutcome.None,
            ToBusinessCentralResult = fromBc ? SyncOutcome.None : SyncOutcome.Failure,
            Error = record.Message,
        };
    }
}
