using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Looks into a file that may be a state, without upgrading it or waiting long for others.</summary>
internal static class StateGlance
{
    /// <summary>A setting; null when the file is no state, is unreadable now, or does not have it.</summary>
    public static string? Setting(string path, string name)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 1,
        }.ToString();
        try
        {
            using var session = new SqliteSession(connection);
            return session.Query(
                "SELECT value FROM settings WHERE name = $name", reader => reader.GetString(0), ("$name", name)).FirstOrDefault();
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
