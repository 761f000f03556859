using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands;
using BcSalesSync.PowerShell.Commands.Connections;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>A shell in which commands run against a real engine, connected by the command that users connect with.</summary>
internal sealed class ConnectedShell : IAsyncDisposable
{
    public RecordingStreams Streams { get; } = new();

    public BcConnection Connection => ConnectionTable.Current(Streams.Scope)!;

    public ISyncSession Session => ConnectionTable.SessionOf(Connection)!;

    /// <summary>A shell connected to a sandbox of its own in memory.</summary>
    public static ConnectedShell ToSandbox(string seed = "empty")
    {
        var shell = new ConnectedShell();
        shell.Invoke(new ConnectBcSyncCommand { Seed = seed });
        return shell;
    }

    /// <summary>Runs a command as PowerShell does and returns what it wrote.</summary>
    public IReadOnlyList<Written> Invoke(BcCommand command)
    {
        var before = Streams.Written.Count;
        command.Streams = Streams;
        using (command)
        {
            CommandRun.Call(command, "BeginProcessing");
            CommandRun.Call(command, "ProcessRecord");
            CommandRun.Call(command, "EndProcessing");
        }

        return [.. Streams.Written.Skip(before)];
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionTable.Current(Streams.Scope) is not null)
            await Session.DisposeAsync();
    }
}
