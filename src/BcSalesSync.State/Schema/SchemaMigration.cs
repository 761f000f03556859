using System.Globalization;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.State.Schema;

/// <summary>
/// Brings a state file to the schema of this version, script by script. A file of a newer version is refused, and so is a database that is
/// none of ours.
/// </summary>
internal static class SchemaMigration
{
    private const string Prefix = "BcSalesSync.State.Schema.";

    // "BcSs", the mark that SQLite keeps in the file header for applications.
    private const long ApplicationId = 0x42635373;

    /// <summary>Applies the scripts that are missing. To be called within a transaction that is the only one writing.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="Contracts.SyncException">The file is newer, or belongs to another application.</exception>
    public static void Apply(SqliteSession session, string path)
    {
        var scripts = SchemaScripts.Read(Prefix);
        var version = session.Query("PRAGMA user_version", reader => reader.GetInt32(0))[0];
        var owner = session.Query("PRAGMA application_id", reader => reader.GetInt64(0))[0];
        var isEmpty = session.Query("SELECT 1 FROM sqlite_schema LIMIT 1", reader => true).Count == 0;
        if (isEmpty ? version != 0 : owner != ApplicationId)
            throw StateErrors.Foreign(path);
        if (version > scripts.Count)
            throw StateErrors.NewerSchema(path, version, scripts.Count);
        if (version == scripts.Count)
            return;
        foreach (var script in scripts.Skip(version))
            session.RunOnce(script);
        session.RunOnce(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count}"));
    }
}
