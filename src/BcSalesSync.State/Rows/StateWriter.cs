using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Writes a change of the state, inside one transaction.</summary>
internal static class StateWriter
{
    /// <summary>
    /// Writes everything. What goes is written before what comes, so that a key in both lists is kept; waiters are freed last, so that
    /// those of the same change are freed as well.
    /// </summary>
    public static void Write(StateSession session, StateChange change)
    {
        ClaimRows.Check(session, change.Fences);
        WaiterRelease.Prepare(session, change);
        MappingRemovals.Write(session, change.RemovedMappings, change.Now);
        SaveMappings(session, change);
        new CouplingWriter(session).Save(change.RemovedCouplings, change.RemovedAsRead, change.Couplings);
        PendingRows.Save(session, change.Settled, change.Pending);
        SaveIntents(session, change);
        SaveProgress(session, change);
        SliceRows.Save(session, change);
        RunRows.Save(session, change.Runs);
        RunRows.SaveJobs(session, change.Jobs);
        RunRows.SaveErrors(session, change.Errors);
        RunRows.SaveOverwritten(session, change.Overwritten);
        RunRows.SaveLines(session, change.ClearFullSyncLines, change.FullSyncLines);
        var waiters = new WaiterRelease(session, change.Now);
        waiters.ReleaseFor(change.NewlyCoupled);
        waiters.ReleaseAmong(change.Pending);
    }

    private static void SaveMappings(StateSession session, StateChange change)
    {
        foreach (var mapping in change.Mappings)
        {
            session.Run(
                """
                INSERT INTO mappings (name, family, body) VALUES ($name, $family, $body)
                ON CONFLICT (name) DO UPDATE SET family = excluded.family, body = excluded.body
                """,
                ("$name", mapping.Name), ("$family", mapping.Family), ("$body", MappingJson.ToText(mapping)));
        }

        foreach (var (name, value) in change.Settings)
        {
            session.Run(
                "INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                ("$name", name), ("$value", value));
        }
    }

    private static void SaveIntents(StateSession session, StateChange change)
    {
        KeyedRows.Remove(session, "intents", change.SettledIntents);
        session.RunAll(
            """
            INSERT INTO intents (mapping, direction, source_id, key_column, key_value, sent, before, server_time)
            VALUES ($mapping, $direction, $source, $column, $value, $sent, $before, $time)
            ON CONFLICT (mapping, direction, source_id) DO UPDATE SET key_column = excluded.key_column, key_value = excluded.key_value,
                sent = excluded.sent, before = excluded.before, server_time = excluded.server_time
            """,
            [.. change.Intents.Select(Values)]);
    }

    private static (string Name, object? Value)[] Values(CreateIntent intent) =>
    [
        .. KeyedRows.Values(intent.Mapping, intent.Direction, intent.SourceId),
        ("$column", intent.KeyColumn), ("$value", intent.KeyValue), ("$sent", ValuesText.Write(intent.Sent)),
        ("$before", intent.Before is { } ids ? StoredText.Json(ids) : null), ("$time", intent.ServerTime?.UtcTicks),
    ];

    private static void SaveProgress(StateSession session, StateChange change)
    {
        foreach (var watermark in change.Watermarks)
        {
            session.Run(
                """
                INSERT INTO watermarks (mapping, direction, cursor) VALUES ($mapping, $direction, $cursor)
                ON CONFLICT (mapping, direction) DO UPDATE SET cursor = excluded.cursor
                """,
                ("$mapping", watermark.Mapping), ("$direction", (int)watermark.Direction), ("$cursor", watermark.Cursor));
        }

        foreach (var checkpoint in change.Checkpoints)
        {
            session.Run(
                """
                INSERT INTO checkpoints (run_id, mapping, direction, cursor, completed)
                VALUES ($run, $mapping, $direction, $cursor, $completed)
                ON CONFLICT (run_id, mapping, direction) DO UPDATE SET cursor = excluded.cursor, completed = excluded.completed
                """,
                ("$run", StoredText.Of(checkpoint.RunId)), ("$mapping", checkpoint.Mapping), ("$direction", (int)checkpoint.Direction),
                ("$cursor", checkpoint.Cursor), ("$completed", checkpoint.Completed ? 1 : 0));
        }
    }
}
