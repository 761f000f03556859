using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Records that wait for others to be coupled.</summary>
internal static class Waiters
{
    /// <summary>Finds who waits for a key of $awaited on one $side.</summary>
    internal const string Find =
        "SELECT mapping, direction, source_id FROM waits WHERE awaited_mapping = $awaited AND awaited_side = $side AND awaited_key = $key";

    /// <summary>Makes due whoever waits for one of the given couplings, and forgets the failure that made it wait.</summary>
    public static void Release(SqliteConnection connection, IReadOnlyList<CouplingState> coupled, DateTimeOffset now)
    {
        if (coupled.Count == 0 || connection.Scalar("SELECT 1 FROM waits LIMIT 1") is null)
            return;
        using var find = connection.Prepared(Find, "$awaited", "$side", "$key");
        using var free = connection.Prepared(
            $"UPDATE pending SET next_try = $now, parked = 0, class = NULL, error_id = NULL, message = NULL WHERE {PendingRows.Key}",
            ["$now", .. PendingRows.KeyNames]);
        using var unskipBc = connection.Prepared(Unskip("bc_id"), "$source", "$mapping");
        using var unskipSales = connection.Prepared(Unskip("sales_id"), "$source", "$mapping");
        using var forget = connection.Prepared($"DELETE FROM waits WHERE {PendingRows.Key}", PendingRows.KeyNames);
        foreach (var (mapping, direction, source) in coupled.SelectMany(coupling => For(find, coupling)).Distinct().ToArray())
        {
            free.Run(now.UtcTicks, mapping, direction, source);
            (direction == (int)SyncDirection.ToSales ? unskipBc : unskipSales).Run(source, mapping);
            forget.Run(mapping, direction, source);
        }
    }

    /// <summary>Statement that takes up a skipped coupling again.</summary>
    /// <param name="id">Column of the id on the side that the waiter comes from.</param>
    internal static string Unskip(string id) =>
        $"UPDATE couplings SET skipped = 0 WHERE {id} = $source AND +mapping = $mapping AND +skipped = 1";

    private static IEnumerable<(string Mapping, int Direction, string Source)> For(SqliteCommand find, CouplingState coupling)
    {
        IEnumerable<(SystemSide Side, string Key)> keys =
            [(SystemSide.BusinessCentral, CouplingRows.Text(coupling.BcId)), (SystemSide.Sales, CouplingRows.Text(coupling.SalesId))];
        if (!string.IsNullOrEmpty(coupling.BcNo))
            keys = keys.Append((SystemSide.BusinessCentral, coupling.BcNo));
        return keys.SelectMany(key => find.Rows(
            reader => (reader.GetString(0), reader.GetInt32(1), reader.GetString(2)),
            coupling.Mapping, (int)key.Side, key.Key.ToUpperInvariant()));
    }
}
