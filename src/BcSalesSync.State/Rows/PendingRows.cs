using System.Data.Common;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Unsettled records and what they wait for, as rows.</summary>
internal static class PendingRows
{
    private const string Nothing = "[]";

    /// <summary>What <see cref="Read"/> reads.</summary>
    public static string Select(SqlDialect dialect) =>
        "SELECT mapping, direction, source_id, source_name, class, error_id, message, attempts, next_try, parked, "
        + $"(SELECT {dialect.JsonRows("awaited_mapping, awaited_side, awaited", "position")} FROM waits WHERE waits.pending = pending.place) "
        + "FROM pending ";

    /// <summary>A row with what it waits for.</summary>
    public static PendingRecord Read(DbDataReader reader) => new()
    {
        Mapping = reader.GetString(0),
        Direction = (SyncDirection)reader.GetInt32(1),
        SourceId = Guid.Parse(reader.GetString(2)),
        SourceName = reader.Text(3),
        Class = reader.IsDBNull(4) ? null : (FailureClass)reader.GetInt32(4),
        ErrorId = reader.Text(5),
        Message = reader.Text(6),
        Attempts = reader.GetInt32(7),
        NextTry = reader.Time(8),
        Parked = reader.GetInt32(9) != 0,
        WaitsFor = reader.GetString(10) is var waits && waits != Nothing ? ReadWaits(waits) : [],
    };

    /// <summary>Removes settled records, then inserts or replaces others.</summary>
    public static void Save(StateSession session, IReadOnlyList<PendingKey> settled, IReadOnlyList<PendingRecord> saved)
    {
        foreach (var key in settled)
        {
            session.Run(
                "DELETE FROM pending WHERE mapping = $mapping AND direction = $direction AND source_id = $source",
                ("$mapping", key.Mapping), ("$direction", (int)key.Direction), ("$source", StoredText.Of(key.SourceId)));
        }

        foreach (var row in saved)
            SaveWaits(session, Save(session, row), row.WaitsFor);
    }

    private static long Save(StateSession session, PendingRecord row) => session.Query(
        """
        INSERT INTO pending (mapping, direction, source_id, source_name, class, error_id, message, attempts, next_try, parked)
        VALUES ($mapping, $direction, $source, $name, $class, $error, $message, $attempts, $next, $parked)
        ON CONFLICT (mapping, direction, source_id) DO UPDATE SET source_name = excluded.source_name, class = excluded.class,
            error_id = excluded.error_id, message = excluded.message, attempts = excluded.attempts,
            next_try = excluded.next_try, parked = excluded.parked
        RETURNING place
        """,
        reader => reader.GetInt64(0),
        ("$mapping", row.Mapping), ("$direction", (int)row.Direction), ("$source", StoredText.Of(row.SourceId)), ("$name", row.SourceName),
        ("$class", (int?)row.Class), ("$error", row.ErrorId), ("$message", row.Message), ("$attempts", row.Attempts),
        ("$next", row.NextTry?.UtcTicks), ("$parked", row.Parked ? 1 : 0))[0];

    private static void SaveWaits(StateSession session, long pending, IReadOnlyList<AwaitedReference> waits)
    {
        session.Run("DELETE FROM waits WHERE pending = $pending", ("$pending", pending));
        for (var i = 0; i < waits.Count; i++)
        {
            session.Run(
                """
                INSERT INTO waits (pending, position, awaited_mapping, awaited_side, awaited, awaited_key)
                VALUES ($pending, $position, $mapping, $side, $awaited, $key)
                """,
                ("$pending", pending), ("$position", i), ("$mapping", waits[i].Mapping), ("$side", (int)waits[i].Side),
                ("$awaited", waits[i].Key), ("$key", StoredText.Key(waits[i].Key)));
        }
    }

    private static AwaitedReference[] ReadWaits(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(
            wait => new AwaitedReference(wait[0].GetString()!, (SystemSide)wait[1].GetInt32(), wait[2].GetString()!))];
    }
}
