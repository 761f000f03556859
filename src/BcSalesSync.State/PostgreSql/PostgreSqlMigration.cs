using BcSalesSync.State.Schema;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>
/// Brings a schema to this version, script by script; whoever comes at the same time waits and finds it done. A schema of a newer version is
/// refused, and so is one with tables of others.
/// </summary>
internal static class PostgreSqlMigration
{
    private const string Prefix = "BcSalesSync.State.PostgreSql.Schema.";
    private const string Version = "bcsalessync_version";

    /// <summary>Applies the scripts that are missing. To be called within a transaction.</summary>
    /// <exception cref="Contracts.SyncException">The schema is newer, or holds something else.</exception>
    public static bool Apply(StateSession session, PostgreSqlAddress address)
    {
        session.Run("SELECT pg_advisory_xact_lock(hashtextextended('bcsalessync schema ' || $schema, 0))", ("$schema", address.Schema));
        var scripts = SchemaScripts.Read(Prefix);
        var version = Prepare(session, address);
        if (version > scripts.Count)
            throw PostgreSqlErrors.NewerSchema(address, version, scripts.Count);
        foreach (var script in scripts.Skip(version))
            session.RunOnce(script);
        if (version < scripts.Count)
            session.Run($"UPDATE {Version} SET version = $version", ("$version", scripts.Count));
        return true;
    }

    // The version that stands; a schema that is empty or missing becomes one of version 0.
    private static int Prepare(StateSession session, PostgreSqlAddress address)
    {
        var tables = session.Query(
            "SELECT tablename::text FROM pg_catalog.pg_tables WHERE schemaname = $schema", reader => reader.GetString(0), ("$schema", address.Schema));
        if (tables.Contains(Version))
            return session.Query($"SELECT version FROM {Version}", reader => reader.GetInt32(0))[0];
        if (tables.Count > 0)
            throw PostgreSqlErrors.Foreign(address);
        if (session.Query("SHOW server_encoding", reader => reader.GetString(0))[0] != "UTF8")
            throw PostgreSqlErrors.NotUnicode(address);
        if (session.Query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $schema", reader => true, ("$schema", address.Schema)).Count == 0)
            session.RunOnce($"CREATE SCHEMA \"{address.Schema}\"");
        session.RunOnce($"CREATE TABLE {Version} (version integer NOT NULL); INSERT INTO {Version} (version) VALUES (0)");
        return 0;
    }
}
