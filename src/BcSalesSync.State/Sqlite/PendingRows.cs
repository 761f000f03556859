using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Unsettled records and what they wait for, as rows.</summary>
internal static class PendingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns = "mapping, direction, source_id, source_name, class, error_id, message, attempts, next_try, parked";

    /// <summary>Condition that names one record, with <see cref="KeyNames"/>.</summary>
    public const string Key = "mapping = $mapping AND direction = $direction AND source_id = $source";

    /// <summary>Parameters of <see cref="Key"/>.</summary>
    public static readonly string[] KeyNames = ["$mapping", "$direction", "$source"];

    private static readonly string[] Parameters = [.. Columns.Split(", ").Select(name => "$" + name)];

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
        using var find = connection.Prepared($"SELECT awaited_mapping, awaited_side, awaited_text FROM waits WHERE {Key}", KeyNames);
        for (var i = 0; i < rows.Count; i++)
        {
            var waits = find.Rows(
                reader => new AwaitedReference(reader.GetString(0), (SystemSide)reader.GetInt32(1), reader.GetString(2)),
                rows[i].Mapping, (int)rows[i].Direction, CouplingRows.Text(rows[i].SourceId));
            if (waits.Count > 0)
                rows[i] = rows[i] with { WaitsFor = waits };
        }

        return rows;
    }

    /// <summary>Removes settled records, then inserts or replaces others.</summary>
    public static void Save(SqliteConnection connection, IReadOnlyList<PendingKey> settled, IReadOnlyList<PendingRecord> saved)
    {
        using var deleteWaits = connection.Prepared($"DELETE FROM waits WHERE {Key}", KeyNames);
        using var delete = connection.Prepared($"DELETE FROM pending WHERE {Key}", KeyNames);
        foreach (var key in settled)
        {
            if (delete.Run(key.Mapping, (int)key.Direction, CouplingRows.Text(key.SourceId)) > 0)
                deleteWaits.Run(key.Mapping, (int)key.Direction, CouplingRows.Text(key.SourceId));
        }

        if (saved.Count == 0)
            return;
        using var upsert = connection.Prepared(
            $"INSERT OR REPLACE INTO pending ({Columns}) VALUES ({string.Join(", ", Parameters)})", Parameters);
        using var wait = connection.Prepared(
            "INSERT OR IGNORE INTO waits (awaited_mapping, awaited_side, awaited_key, awaited_text, mapping, direction, source_id) "
            + "VALUES ($awaited, $side, $key, $text, $mapping, $direction, $source)",
            ["$awaited", "$side", "$key", "$text", .. KeyNames]);
        foreach (var row in saved)
        {
            var source = CouplingRows.Text(row.SourceId);
            upsert.Run(
                row.Mapping, (int)row.Direction, source, row.SourceName,
                row.Class is { } failure ? (int)failure : null, row.ErrorId, row.Message, row.Attempts,
                row.NextTry?.UtcTicks, row.Parked ? 1 : 0);
            deleteWaits.Run(row.Mapping, (int)row.Direction, source);
            foreach (var awaited in row.WaitsFor)
            {
                wait.Run(
                    awaited.Mapping, (int)awaited.Side, awaited.Key.ToUpperInvariant(), awaited.Key,
                    row.Mapping, (int)row.Direction, source);
            }
        }
    }
}
