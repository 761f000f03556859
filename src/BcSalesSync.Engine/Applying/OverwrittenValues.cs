using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>Keeps what a write has taken from people.</summary>
internal static class OverwrittenValues
{
    /// <summary>
    /// Edits of the other side that a plan which was carried out has written over, now or with a request whose answer was lost.
    /// </summary>
    public static IEnumerable<BcOverwrittenValue> Of(PlannedAction plan, BcSyncResult result, Guid jobId, DateTimeOffset now) =>
        plan.Values.Concat(Written(plan.Candidate)).Where(value => value.OverwritesEdit).Select(value => new BcOverwrittenValue
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

    private static IEnumerable<PlannedValue> Written(Candidate candidate) => candidate.Counterpart is { } counterpart
        ? candidate.Unanswered.Where(value => FieldEquality.Same(counterpart[value.Field.Destination.Name], value.New))
        : [];

    private static string? Text(FieldValue value) => value.IsEmpty ? null : value.ToString();
}
