using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>Where a state is in PostgreSQL: a connection string that was checked and completed.</summary>
internal sealed partial class PostgreSqlAddress
{
    /// <summary>Schema of a state that is given none.</summary>
    public const string DefaultSchema = "bcsalessync";

    private static readonly string[] SslKeywords = ["SSL Mode", "SslMode"];

    private readonly NpgsqlConnectionStringBuilder settings;

    private PostgreSqlAddress(NpgsqlConnectionStringBuilder settings, string schema)
    {
        Schema = schema;
        Database = settings.Database!;
        Server = settings.Host!.Contains(',', StringComparison.Ordinal) ? settings.Host : $"{settings.Host}:{settings.Port}";
        this.settings = settings;
    }

    /// <summary>The schema, one for each state.</summary>
    public string Schema { get; }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Host and port.</summary>
    public string Server { get; }

    /// <summary>The place for people, without user and password.</summary>
    public string Shown => $"postgresql://{Server}/{Database}/{Schema}";

    /// <summary>All of it, user and password included.</summary>
    public string ConnectionString => settings.ConnectionString;

    /// <summary>How many connections the pool may have.</summary>
    public int PoolSize => settings.Pooling ? settings.MaxPoolSize : int.MaxValue;

    /// <summary>Reads a connection string; nothing of it but host, database and schema is ever shown.</summary>
    /// <exception cref="Contracts.SyncException">It cannot be used, or would send data unencrypted over the network.</exception>
    public static PostgreSqlAddress Parse(string connectionString)
    {
        var settings = Read(connectionString);
        if (string.IsNullOrWhiteSpace(settings.Host))
            throw AddressErrors.Missing("Host");
        if (string.IsNullOrWhiteSpace(settings.Database))
            throw AddressErrors.Missing("Database");
        var schema = SchemaOf(settings);
        Encrypt(settings, IsSslModeGiven(connectionString));
        settings.SearchPath = $"\"{schema}\"";
        settings.ApplicationName ??= "BcSalesSync";
        settings.Enlist = false;

        // Nothing outlives a transaction here that would have to be put back.
        settings.NoResetOnClose = true;
        if (settings.GssEncryptionMode is GssEncryptionMode.Prefer)
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        settings.IncludeErrorDetail = false;
        settings.PersistSecurityInfo = false;
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        return new PostgreSqlAddress(settings, schema);
    }

    /// <summary>The pool of connections.</summary>
    /// <exception cref="Contracts.SyncException">The settings contradict each other.</exception>
    public NpgsqlDataSource Build()
    {
        try
        {
            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw AddressErrors.Unreadable();
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or NotSupportedException or InvalidCastException)
        {
            // What it complains of may be a piece of the password.
            throw AddressErrors.Unreadable();
        }
    }

    private static bool IsSslModeGiven(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return Array.Exists(SslKeywords, given.ContainsKey);
    }

    private static string SchemaOf(NpgsqlConnectionStringBuilder settings)
    {
        var given = settings.SearchPath?.Trim();
        if (string.IsNullOrEmpty(given))
            return DefaultSchema;
        var schema = given.Trim('"').ToLowerInvariant();
        return SchemaName().IsMatch(schema) ? schema : throw AddressErrors.InvalidSchema();
    }

    // Within this machine nothing can be overheard.
    private static void Encrypt(NpgsqlConnectionStringBuilder settings, bool given)
    {
        if (settings.Host!.Split(',', StringSplitOptions.TrimEntries).All(IsOfThisMachine))
            return;
        if (!given)
            settings.SslMode = SslMode.VerifyFull;
        else if (settings.SslMode is not (SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull))
            throw AddressErrors.Unencrypted(settings.Host, settings.SslMode.ToString());
    }

    private static bool IsOfThisMachine(string host)
    {
        if (host.StartsWith('/') || host.StartsWith('@'))
            return true;
        var name = IPEndPoint.TryParse(host, out var endpoint) ? endpoint.Address.ToString() : host.Split(':')[0];
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaName();
}
