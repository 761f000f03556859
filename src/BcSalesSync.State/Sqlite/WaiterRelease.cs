using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>Frees the records that wait for records which are now coupled.</summary>
internal static class WaiterRelease
{
    // A reference is resolved by family, so that whichever mapping of the family couples the record, its waiters are freed.
    private const string Waiters =
        """
        SELECT p.place, p.mapping, p.direction, p.source_id FROM waits w JOIN pending p ON p.place = w.pending
        WHERE (w.awaited_key, w.awaited_side) IN (VALUES ($bc, 0), ($number, 0), ($sales, 1))
          AND w.awaited_mapping IN (SELECT $mapping UNION SELECT name FROM mappings WHERE family = $family)
        """;

    /// <summary>
    /// Makes due at a time whoever waits for one of the couplings, parked or not, and forgets its failure; its own coupling is no longer skipped.
    /// </summary>
    public static void Release(SqliteSession session, IReadOnlyList<CouplingState> coupled, DateTimeOffset now)
    {
        if (coupled.Count == 0 || session.Query("SELECT 1 FROM waits LIMIT 1", reader => true).Count == 0)
            return;
        foreach (var (place, mapping, direction, source) in coupled.SelectMany(coupling => Find(session, coupling)).Distinct())
        {
            session.Run(
                "UPDATE pending SET next_try = $now, parked = 0, class = NULL, error_id = NULL, message = NULL WHERE place = $place",
                ("$now", now.UtcTicks), ("$place", place));
            var id = direction is SyncDirection.ToSales ? "bc_id" : "sales_id";
            session.Run(
                $"UPDATE couplings SET skipped = 0 WHERE {id} = $source AND mapping = $mapping AND skipped = 1",
                ("$source", source), ("$mapping", mapping));
        }
    }

    private static List<(long Place, string Mapping, SyncDirection Direction, string Source)> Find(
        SqliteSession session, CouplingState coupling)
    {
        var bc = StoredText.Key(StoredText.Of(coupling.BcId));
        return session.Query(
            Waiters,
            reader => (reader.GetInt64(0), reader.GetString(1), (SyncDirection)reader.GetInt32(2), reader.GetString(3)),
            ("$bc", bc), ("$number", coupling.BcNo is { Length: > 0 } number ? StoredText.Key(number) : bc),
            ("$sales", StoredText.Key(StoredText.Of(coupling.SalesId))), ("$mapping", coupling.Mapping), ("$family", coupling.Family));
    }
}
