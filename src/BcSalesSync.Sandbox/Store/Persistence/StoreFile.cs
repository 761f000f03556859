using System.Globalization;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Tables;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.Sandbox.Store.Persistence;

// Keeps what was written since the seed in a SQLite file. A commit is on disk before its request is answered; the write-ahead log
// survives the death of the process at any moment.
internal sealed class StoreFile : IJournal, IDisposable
{
    private const string SeedName = "seed";
    private const string SeedMoment = "moment";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, long> _savedCounters = new(StringComparer.Ordinal);

    public StoreFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        Execute("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
        Execute("CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT");
        Execute(
            "CREATE TABLE IF NOT EXISTS rows (table_name TEXT NOT NULL, id TEXT NOT NULL, content TEXT, "
            + "PRIMARY KEY (table_name, id)) STRICT");
    }

    // The seed the file builds on; null for a new file.
    public Seed? Seed => Setting(SeedName) is { } name && Setting(SeedMoment) is { } moment
        ? Seeds.Seed.Find(name, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))
        : null;

    // Starts over with a seed and nothing written since.
    public void Begin(Seed seed)
    {
        using var transaction = _connection.BeginTransaction();
        Execute("DELETE FROM rows");
        Execute("DELETE FROM counters");
        Execute("INSERT OR REPLACE INTO settings VALUES ($name, $value)", ("$name", SeedName), ("$value", seed.Name));
        Execute(
            "INSERT OR REPLACE INTO settings VALUES ($name, $value)", ("$name", SeedMoment),
            ("$value", seed.Moment.ToString("O", CultureInfo.InvariantCulture)));
        transaction.Commit();
        _savedCounters.Clear();
    }

    // Brings a store that holds the seed to the state of the file.
    public void Replay(DataStore store, Func<string, string, Table?> findTable)
    {
        using var work = store.Begin();
        using (var command = Command("SELECT table_name, id, content FROM rows"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var name = reader.GetString(0).Split('/', 2);
                var table = findTable(name[0], name[1]) ?? throw new InvalidDataException($"The data file has an unknown table {name[1]}.");
                if (reader.IsDBNull(2))
                {
                    work.Delete(table, Guid.Parse(reader.GetString(1)));
                }
                else
                {
                    work.Put(RowText.Read(table, reader.GetString(2)));
                }
            }
        }

        work.Commit();
        using var counters = Command("SELECT name, value FROM counters");
        using var values = counters.ExecuteReader();
        while (values.Read())
        {
            store.SetCounter(values.GetString(0), values.GetInt64(1));
        }
    }

    public void Write(IReadOnlyList<RowChange> changes, IReadOnlyDictionary<string, long> counters)
    {
        using var transaction = _connection.BeginTransaction();
        using (var command = Command("INSERT OR REPLACE INTO rows VALUES ($table, $id, $content)"))
        {
            var table = command.Parameters.Add("$table", SqliteType.Text);
            var id = command.Parameters.Add("$id", SqliteType.Text);
            var content = command.Parameters.Add("$content", SqliteType.Text);
            foreach (var change in changes)
            {
                table.Value = change.Table.System + "/" + change.Table.Name;
                id.Value = change.Id.ToString("D");
                content.Value = change.After is { } row ? RowText.Write(row) : DBNull.Value;
                command.ExecuteNonQuery();
            }
        }

        foreach (var (name, value) in counters.Where(counter =>
            _savedCounters.GetValueOrDefault(counter.Key, long.MinValue) != counter.Value))
        {
            Execute("INSERT OR REPLACE INTO counters VALUES ($name, $value)", ("$name", name), ("$value", value));
            _savedCounters[name] = value;
        }

        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private string? Setting(string name)
    {
        using var command = Command("SELECT value FROM settings WHERE name = $name", ("$name", name));
        return (string?)command.ExecuteScalar();
    }

    private void Execute(string text, params (string Name, object Value)[] parameters)
    {
        using var command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class; values travel as parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
