using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BcSalesSync.State.Tests.PostgreSql.Server;

/// <summary>
/// A PostgreSQL server of the tests' own, with an empty database: one for each test process, on this machine's own address, with its data in a
/// temporary folder. It ends with the test process, however that ends.
/// </summary>
internal sealed class PostgresServer
{
    /// <summary>User of the database.</summary>
    internal const string User = "sync";

    /// <summary>The user's password.</summary>
    internal const string Password = "of-the-tests-alone";

    private static readonly Lazy<Task<PostgresServer>> Only = new(StartAsync);

    private readonly Process process;

    private PostgresServer(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    /// <summary>Where it listens.</summary>
    internal int Port { get; }

    /// <summary>The way to its database.</summary>
    internal string ConnectionString => $"Host=127.0.0.1;Port={Port};Database=postgres;Username={User};Password={Password}";

    /// <summary>The server, which the first to ask starts.</summary>
    internal static Task<PostgresServer> GetAsync() => Only.Value;

    private static async Task<PostgresServer> StartAsync()
    {
        var port = FreePort();
        var process = Start(port);
        var server = new PostgresServer(process, port);
        for (var attempt = 1; !process.HasExited && attempt <= 300; attempt++)
        {
            if (await server.AnswersAsync())
                return server;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new InvalidOperationException($"The PostgreSQL server of {PostgresPrograms.Folder} did not start.");
    }

    // The script holds its input open and stops the server when this process is gone and closes it.
    private static Process Start(int port)
    {
        string[] script = ["/bin/sh", Path.Combine(AppContext.BaseDirectory, "PostgreSql", "Server", "serve.sh")];
        string[] arguments = [PostgresPrograms.Folder!, port.ToString(System.Globalization.CultureInfo.InvariantCulture), User];
        var start = new ProcessStartInfo(script[0], [script[1], .. arguments]) { RedirectStandardInput = true };
        var process = Process.Start(start)!;
        process.StandardInput.WriteLine(Password);
        process.StandardInput.Flush();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
