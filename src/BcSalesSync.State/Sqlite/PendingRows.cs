using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Unsettled records and what they wait for, as rows.</summary>
internal static class PendingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns = "mapping, direction, source_id, source_name, class, error_id, message, attempts, next_try, parked";

    private const string Key = "mapping = $mapping AND direction = $direction AND source_id = $source";

    /// <summary>A row, without what it waits for.</summary>
    public static PendingRecord Read(SqliteDataReader reader) => new()
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
    };

    /// <summary>Adds what records wait for.</summary>
    public static List<PendingRecord> WithWaits(SqliteConnection connection, List<PendingRecord> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var waits = connection.Query(
                $"SELECT awaited_mapping, awaited_side, awaited_key FROM waits WHERE {Key}",
                reader => new AwaitedReference(reader.GetString(0), (SystemSide)reader.GetInt32(1), reader.GetString(2)),
                ("$mapping", rows[i].Mapping), ("$direction", (int)rows[i].Direction), ("$source", CouplingRows.Text(rows[i].SourceId)));
            if (waits.Count > 0)
                rows[i] = rows[i] with { WaitsFor = waits };
        }

        return rows;
    }

    /// <summary>Removes settled records, then inserts or replaces others.</summary>
    public static void Save(SqliteConnection connection, IReadOnlyList<PendingKey> settled, IReadOnlyList<PendingRecord> saved)
    {
        using var deleteWaits = connection.Prepared($"DELETE FROM waits WHERE {Key}", "$mapping", "$direction", "$source");
        using var delete = connection.Prepared($"DELETE FROM pending WHERE {Key}", "$mapping", "$direction", "$source");
        foreach (var key in settled)
        {
            if (delete.Run(key.Mapping, (int)key.Direction, CouplingRows.Text(key.SourceId)) > 0)
                deleteWaits.Run(key.Mapping, (int)key.Direction, CouplingRows.Text(key.SourceId));
        }

        if (saved.Count == 0)
            return;
        var names = Columns.Split(", ").Select(name => "$" + name).ToArray();
        using var upsert = connection.Prepared($"INSERT OR REPLACE INTO pending ({Columns}) VALUES ({string.Join(", ", names)})", names);
        using var wait = connection.Prepared(
            "INSERT OR IGNORE INTO waits (awaited_mapping, awaited_side, awaited_key, mapping, direction, source_id) VALUES ($m, $s, $k, $mapping, $direction, $source)",
            "$m", "$s", "$k", "$mapping", "$direction", "$source");
        foreach (var row in saved)
        {
            var source = CouplingRows.Text(row.SourceId);
            upsert.Run(
                row.Mapping, (int)row.Direction, source, row.SourceName, row.Class is { } failure ? (int)failure : null, row.ErrorId, row.Message,
                row.Attempts, row.NextTry?.UtcTicks, row.Parked ? 1 : 0);
            deleteWaits.Run(row.Mapping, (int)row.Direction, source);
            foreach (var awaited in row.WaitsFor)
                wait.Run(awaited.Mapping, (int)awaited.Side, awaited.Key, row.Mapping, (int)row.Direction, source);
        }
    }

    /// <summary>Makes due whoever waits for one of the given couplings, and forgets the failure that made it wait.</summary>
    public static void Release(SqliteConnection connection, IReadOnlyList<CouplingState> coupled, DateTimeOffset now)
    {
        if (coupled.Count == 0 || connection.Scalar("SELECT 1 FROM waits LIMIT 1") is null)
            return;
        using var find = connection.Prepared(
            "SELECT mapping, direction, source_id FROM waits WHERE awaited_mapping = $mapping AND "
            + "((awaited_side = 0 AND awaited_key IN ($bc, $number)) OR (awaited_side = 1 AND awaited_key = $sales))",
            "$mapping", "$bc", "$number", "$sales");
        using var free = connection.Prepared(
            $"UPDATE pending SET next_try = $now, parked = 0, class = NULL, error_id = NULL, message = NULL WHERE {Key}", "$now", "$mapping", "$direction", "$source");
        using var unskip = connection.Prepared(
            "UPDATE couplings SET skipped = 0 WHERE mapping = $mapping AND skipped = 1 AND ((bc_id = $source AND $direction = 1) OR (sales_id = $source AND $direction = 2))",
            "$mapping", "$source", "$direction");
        using var forget = connection.Prepared($"DELETE FROM waits WHERE {Key}", "$mapping", "$direction", "$source");
        foreach (var (mapping, direction, source) in coupled.SelectMany(coupling => Waiters(find, coupling)).Distinct().ToArray())
        {
            free.Run(now.UtcTicks, mapping, direction, source);
            unskip.Run(mapping, source, direction);
            forget.Run(mapping, direction, source);
        }
    }

    private static List<(string Mapping, int Direction, string Source)> Waiters(SqliteCommand find, CouplingState coupling)
    {
        find.Parameters[0].Value = coupling.Mapping;
        find.Parameters[1].Value = CouplingRows.Text(coupling.BcId);
        find.Parameters[2].Value = coupling.BcNo is { Length: > 0 } number ? number : CouplingRows.Text(coupling.BcId);
        find.Parameters[3].Value = CouplingRows.Text(coupling.SalesId);
        using var reader = find.ExecuteReader();
        var waiters = new List<(string, int, string)>();
        while (reader.Read())
            waiters.Add((reader.GetString(0), reader.GetInt32(1), reader.GetString(2)));
        return waiters;
    }
}
