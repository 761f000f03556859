using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Writes a change of the state, inside one transaction.</summary>
internal static class StateWriter
{
    /// <summary>Writes everything; the order matters only in that waiters are freed last.</summary>
    public static void Write(SqliteConnection connection, StateChange change)
    {
        CouplingRows.Save(connection, change.RemovedCouplings, change.Couplings);
        if (change.Settled.Count > 0 || change.Pending.Count > 0)
            PendingRows.Save(connection, change.Settled, change.Pending);
        SaveIntents(connection, change);
        SaveProgress(connection, change);
        RunRows.Save(connection, change.Runs);
        RunRows.SaveJobs(connection, change.Jobs);
        RunRows.SaveErrors(connection, change.Errors);
        RunRows.SaveLines(connection, change.ClearFullSyncLines, change.FullSyncLines);
        MappingRows.Save(connection, change.Mappings);
        foreach (var (name, value) in change.Settings)
            connection.Execute("INSERT OR REPLACE INTO settings (name, value) VALUES ($name, $value)", ("$name", name), ("$value", value));
        Waiters.Release(connection, change.NewlyCoupled, change.Now);
    }

    private static void SaveIntents(SqliteConnection connection, StateChange change)
    {
        foreach (var intent in change.Intents)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO intents (mapping, direction, source_id, key_column, key_value) "
                + "VALUES ($mapping, $direction, $source, $column, $value)",
                ("$mapping", intent.Mapping), ("$direction", (int)intent.Direction), ("$source", CouplingRows.Text(intent.SourceId)),
                ("$column", intent.KeyColumn), ("$value", intent.KeyValue));
        }

        if (change.SettledIntents.Count == 0 || connection.Scalar("SELECT 1 FROM intents LIMIT 1") is null)
            return;
        using var delete = connection.Prepared($"DELETE FROM intents WHERE {PendingRows.Key}", PendingRows.KeyNames);
        foreach (var key in change.SettledIntents)
            delete.Run(key.Mapping, (int)key.Direction, CouplingRows.Text(key.SourceId));
    }

    private static void SaveProgress(SqliteConnection connection, StateChange change)
    {
        foreach (var watermark in change.Watermarks)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO watermarks (mapping, direction, cursor) VALUES ($mapping, $direction, $cursor)",
                ("$mapping", watermark.Mapping), ("$direction", (int)watermark.Direction), ("$cursor", watermark.Cursor));
        }

        foreach (var checkpoint in change.Checkpoints)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO checkpoints (run_id, mapping, direction, cursor, completed) "
                + "VALUES ($run, $mapping, $direction, $cursor, $completed)",
                ("$run", CouplingRows.Text(checkpoint.RunId)), ("$mapping", checkpoint.Mapping), ("$direction", (int)checkpoint.Direction),
                ("$cursor", checkpoint.Cursor), ("$completed", checkpoint.Completed ? 1 : 0));
        }
    }
}
