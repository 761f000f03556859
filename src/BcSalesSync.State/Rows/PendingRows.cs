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
    private const string Place = "SELECT place FROM pending WHERE mapping = $mapping AND direction = $direction AND source_id = $source";

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
        // Of a record that is there twice, the last word counts.
        var rows = saved.GroupBy(KeyOf).Select(same => same.Last()).ToList();
        KeyedRows.Remove(session, "pending", settled);
        session.RunAll(
            """
            INSERT INTO pending (mapping, direction, source_id, source_name, class, error_id, message, attempts, next_try, parked)
            VALUES ($mapping, $direction, $source, $name, $class, $error, $message, $attempts, $next, $parked)
            ON CONFLICT (mapping, direction, source_id) DO UPDATE SET source_name = excluded.source_name, class = excluded.class,
                error_id = excluded.error_id, message = excluded.message, attempts = excluded.attempts,
                next_try = excluded.next_try, parked = excluded.parked
            """,
            rows.ConvertAll(Values));
        session.RunAll($"DELETE FROM waits WHERE pending = ({Place})", rows.ConvertAll(KeyValues));
        session.RunAll(
            $"""
            INSERT INTO waits (pending, position, awaited_mapping, awaited_side, awaited, awaited_key)
            VALUES (({Place}), $position, $awaited_mapping, $side, $awaited, $key)
            """,
            [.. rows.SelectMany(row => row.WaitsFor.Select((wait, position) => Values(row, position, wait)))]);
    }

    private static PendingKey KeyOf(PendingRecord row) => new(row.Mapping, row.Direction, row.SourceId);

    private static (string Name, object? Value)[] KeyValues(PendingRecord row) => KeyedRows.Values(row.Mapping, row.Direction, row.SourceId);

    private static (string Name, object? Value)[] Values(PendingRecord row) =>
    [
        .. KeyValues(row), ("$name", row.SourceName), ("$class", (int?)row.Class), ("$error", row.ErrorId), ("$message", row.Message),
        ("$attempts", row.Attempts), ("$next", row.NextTry?.UtcTicks), ("$parked", row.Parked ? 1 : 0),
    ];

    private static (string Name, object? Value)[] Values(PendingRecord row, int position, AwaitedReference wait) =>
    [
        .. KeyValues(row), ("$position", position), ("$awaited_mapping", wait.Mapping), ("$side", (int)wait.Side),
        ("$awaited", wait.Key), ("$key", StoredText.Key(wait.Key)),
    ];

    private static AwaitedReference[] ReadWaits(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(
            wait => new AwaitedReference(wait[0].GetString()!, (SystemSide)wait[1].GetInt32(), wait[2].GetString()!))];
    }
}
