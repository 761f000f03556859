using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Slices of passes that several workers share, as rows.</summary>
internal static class SliceRows
{
    /// <summary>Drops, hands out and settles slices.</summary>
    /// <exception cref="ClaimLostException">A slice to settle is settled already, or gone.</exception>
    public static void Save(StateSession session, StateChange change)
    {
        foreach (var last in change.DroppedSlices)
        {
            session.Run(
                "DELETE FROM slices WHERE mapping = $mapping AND (tenure < $tenure OR (tenure = $tenure AND number <= $number))",
                Of(last));
        }

        session.RunAll(
            """
            INSERT INTO slices (mapping, tenure, number, partition_number, content)
            VALUES ($mapping, $tenure, $number, $partition, $content)
            """,
            [.. change.Slices.Select(Values)]);
        foreach (var slice in change.SettledSlices)
            Settle(session, slice);
    }

    // What was done for it is saved once, by whoever comes first.
    private static void Settle(StateSession session, SettledSlice slice)
    {
        var count = session.Run(
            """
            UPDATE slices SET outcome = $outcome, content = ''
            WHERE mapping = $mapping AND tenure = $tenure AND number = $number AND outcome IS NULL
            """,
            [.. Of(slice.Key), ("$outcome", slice.Outcome)]);
        if (count == 0)
            throw new ClaimLostException(new Fence($"slice {slice.Key.Number} of {slice.Key.Mapping}", slice.Key.Tenure), null);
    }

    private static (string Name, object? Value)[] Values(PassSlice slice) =>
        [.. Of(slice.Key), ("$partition", slice.Partition), ("$content", slice.Content)];

    private static (string Name, object? Value)[] Of(SliceKey key) =>
        [("$mapping", key.Mapping), ("$tenure", key.Tenure), ("$number", key.Number)];
}
