using BcSalesSync.Engine.Mappings;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Table mappings as rows.</summary>
internal static class MappingRows
{
    /// <summary>All mappings, in the order of runs.</summary>
    public static List<TableMapping> Read(SqliteConnection connection) =>
        [.. connection.Query("SELECT body FROM mappings", reader => MappingJson.Parse(reader.GetString(0))).InRunOrder()];

    /// <summary>Inserts or replaces mappings.</summary>
    public static void Save(SqliteConnection connection, IReadOnlyList<TableMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO mappings (name, body) VALUES ($name, $body)",
                ("$name", mapping.Name), ("$body", MappingJson.ToText(mapping)));
        }
    }
}
