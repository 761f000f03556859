using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Rows of tables that have one for each mapping, direction and source id.</summary>
internal static class KeyedRows
{
    /// <summary>Removes rows.</summary>
    public static void Remove(StateSession session, string table, IReadOnlyList<PendingKey> keys)
    {
        var sql = $"DELETE FROM {table} WHERE mapping = $mapping AND direction = $direction AND {session.Dialect.InList("source_id", "$sources")}";
        foreach (var pass in keys.GroupBy(key => (key.Mapping, key.Direction)))
        {
            session.Run(
                sql,
                ("$mapping", pass.Key.Mapping), ("$direction", (int)pass.Key.Direction),
                ("$sources", StoredText.List(pass.Select(key => key.SourceId))));
        }
    }

    /// <summary>Values that name a row.</summary>
    public static (string Name, object? Value)[] Values(string mapping, SyncDirection direction, Guid sourceId) =>
        [("$mapping", mapping), ("$direction", (int)direction), ("$source", StoredText.Of(sourceId))];
}
