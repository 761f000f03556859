using System.Globalization;
using BcSalesSync.State.Sqlite;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Schema;

/// <summary>Brings a state file to the schema of this version, script by script; a file of a newer version is refused.</summary>
internal static class SchemaMigration
{
    private const string Prefix = "BcSalesSync.State.Schema.";

    /// <summary>Applies the scripts that are missing, in one transaction.</summary>
    public static void Apply(SqliteConnection connection)
    {
        var scripts = Scripts();
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > scripts.Count)
            throw StateErrors.NewerSchema(connection.DataSource, version, scripts.Count);
        foreach (var script in scripts.Skip(version))
            connection.Execute(script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {scripts.Count}"));
        transaction.Commit();
    }

    private static List<string> Scripts()
    {
        var assembly = typeof(SchemaMigration).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal));
        return [.. names.Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
