using System.Data.Common;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>
/// Frees the records that wait for records which are coupled: those that waited when the record was coupled, and those that begin to wait
/// although it was coupled while they were worked on.
/// </summary>
internal sealed class WaiterRelease(StateSession session, DateTimeOffset now)
{
    private const int Chunk = 1000;
    private const string Waiter = "SELECT p.place, p.mapping, p.direction, p.source_id FROM waits w JOIN pending p ON p.place = w.pending ";

    // A reference is resolved by family, so that whichever mapping of the family couples the record, its waiters are freed.
    private const string Family =
        "IN (SELECT family FROM mappings WHERE name = w.awaited_mapping UNION SELECT family FROM couplings WHERE mapping = w.awaited_mapping)";

    private const string Coupled =
        Waiter
        + $"""
        WHERE p.mapping = $mapping AND p.direction = $direction AND p.source_id = $source
          AND (w.awaited_side = 0 AND EXISTS (SELECT 1 FROM couplings c WHERE c.bc_id = lower(w.awaited_key) AND c.family {Family})
            OR w.awaited_side = 0 AND EXISTS (SELECT 1 FROM couplings c WHERE c.bc_no_key = w.awaited_key AND c.family {Family})
            OR w.awaited_side = 1 AND EXISTS (SELECT 1 FROM couplings c WHERE c.sales_id = lower(w.awaited_key) AND c.family {Family}))
        """;

    /// <summary>Makes sure, before anything is written, that those who couple and those who begin to wait at the same time see each other.</summary>
    public static void Prepare(StateSession session, StateChange change)
    {
        var waits = change.Pending.Any(row => row.WaitsFor.Count > 0);
        if (waits || change.NewlyCoupled.Count > 0)
            session.Dialect.SeparateWaiters(session, waits);
    }

    /// <summary>Frees whoever waits for one of the couplings.</summary>
    public void ReleaseFor(IReadOnlyList<CouplingState> coupled)
    {
        if (coupled.Count == 0 || session.Query("SELECT 1 FROM waits LIMIT 1", reader => true).Count == 0)
            return;
        Free(coupled.GroupBy(coupling => (coupling.Mapping, coupling.Family))
            .SelectMany(same => same.Chunk(Chunk).SelectMany(some => FindWaiting(same.Key.Mapping, same.Key.Family, some))));
    }

    /// <summary>Frees those of the records just saved that wait for something coupled.</summary>
    public void ReleaseAmong(IReadOnlyList<PendingRecord> saved) => Free(saved.Where(row => row.WaitsFor.Count > 0).SelectMany(FindCoupled));

    // Due at once, parked or not; the failure is forgotten, and the record's own coupling is no longer skipped.
    private void Free(IEnumerable<WaitingRow> waiting)
    {
        // In one order, whoever frees them: those who couple at the same time may free the same ones.
        foreach (var row in waiting.Distinct().OrderBy(row => row.Place).ToList())
        {
            session.Run(
                "UPDATE pending SET next_try = $now, parked = 0, class = NULL, error_id = NULL, message = NULL WHERE place = $place",
                ("$now", now.UtcTicks), ("$place", row.Place));
            var id = row.Direction is SyncDirection.ToSales ? "bc_id" : "sales_id";
            session.Run(
                $"UPDATE couplings SET skipped = 0 WHERE {id} = $source AND mapping = $mapping AND skipped = 1",
                ("$source", row.Source), ("$mapping", row.Mapping));
        }
    }

    private List<WaitingRow> FindWaiting(string mapping, string family, IReadOnlyCollection<CouplingState> couplings) => session.Query(
        $"""
        {Waiter}
        WHERE (w.awaited_side = 0 AND {session.Dialect.InList("w.awaited_key", "$bc")}
            OR w.awaited_side = 1 AND {session.Dialect.InList("w.awaited_key", "$sales")})
          AND w.awaited_mapping IN (SELECT $mapping UNION SELECT name FROM mappings WHERE family = $family)
        """,
        Read,
        ("$bc", StoredText.Keys(couplings.SelectMany(coupling => new[] { StoredText.Of(coupling.BcId), coupling.BcNo ?? string.Empty }))),
        ("$sales", StoredText.Keys(couplings.Select(coupling => StoredText.Of(coupling.SalesId)))), ("$mapping", mapping), ("$family", family));

    private List<WaitingRow> FindCoupled(PendingRecord row) => session.Query(
        Coupled, Read, ("$mapping", row.Mapping), ("$direction", (int)row.Direction), ("$source", StoredText.Of(row.SourceId)));

    private static WaitingRow Read(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), (SyncDirection)reader.GetInt32(2), reader.GetString(3));

    private sealed record WaitingRow(long Place, string Mapping, SyncDirection Direction, string Source);
}
