using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>Keeps what a write has taken from people.</summary>
internal static class OverwrittenValues
{
    /// <summary>The values of a plan that was carried out which were edits of the other side.</summary>
    public static IEnumerable<BcOverwrittenValue> Of(PlannedAction plan, BcSyncResult result, Guid jobId, DateTimeOffset now) =>
        plan.Values.Where(value => value.OverwritesEdit).Select(value => new BcOverwrittenValue
        {
            Time = now,
            Mapping = result.Mapping,
            Direction = result.Direction,
            BcId = result.BcId,
            BcNo = result.BcNo,
            SalesId = result.SalesId,
            SalesName = result.SalesName,
            Field = value.Field.Destination.Name,
            LostValue = Text(value.Old),
            KeptValue = Text(value.New),
            JobId = jobId,
        });

    private static string? Text(FieldValue value) => value.IsEmpty ? null : value.ToString();
}
