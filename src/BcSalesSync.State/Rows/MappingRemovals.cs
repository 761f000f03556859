using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Removes mappings with all that only they use.</summary>
internal static class MappingRemovals
{
    private static readonly string[] Statements =
    [
        "DELETE FROM mappings WHERE name = $mapping",
        "DELETE FROM watermarks WHERE mapping = $mapping",
        "DELETE FROM checkpoints WHERE mapping = $mapping",
        "DELETE FROM pending WHERE mapping = $mapping",
        "DELETE FROM intents WHERE mapping = $mapping",
        "DELETE FROM full_sync_lines WHERE mapping = $mapping",
        "DELETE FROM slices WHERE mapping = $mapping",
    ];

    private const string RemoveCouplings = "DELETE FROM couplings WHERE mapping = $mapping";

    // Nobody will couple what they wait for any more; looked at again, they no longer need it or say what they need now.
    private const string ReleaseWaiters =
        """
        UPDATE pending SET next_try = $now, parked = 0, class = NULL, error_id = NULL, message = NULL
        WHERE place IN (SELECT pending FROM waits WHERE awaited_mapping = $mapping)
        """;

    /// <summary>Removes the mappings; the jobs and errors they left stay in the log.</summary>
    public static void Write(StateSession session, IReadOnlyList<MappingRemoval> removals, DateTimeOffset now)
    {
        foreach (var removal in removals)
        {
            foreach (var statement in Statements)
                session.Run(statement, ("$mapping", removal.Mapping));
            if (removal.WithCouplings)
                session.Run(RemoveCouplings, ("$mapping", removal.Mapping));
            session.Run(ReleaseWaiters, ("$mapping", removal.Mapping), ("$now", now.UtcTicks));
        }
    }
}
