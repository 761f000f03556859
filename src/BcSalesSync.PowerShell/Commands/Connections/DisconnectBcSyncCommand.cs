using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Closes a connection. Work in the background ends at its next checkpoint.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "BcSync")]
[OutputType(typeof(BcConnection))]
public sealed class DisconnectBcSyncCommand : ConnectedCommand
{
    /// <summary>Connection to close; the runspace's current one when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public override BcConnection? Connection { get; set; }

    /// <summary>Waits for the pipeline, which may bring the connection.</summary>
    protected override void BeginProcessing()
    {
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var connection = FindConnection();
        if (ConnectionTable.Remove(Streams.Scope, connection) is not { } session)
            return;
        Run(async (pump, _) =>
        {
            await session.DisposeAsync();
            pump.Output(connection);
        });
    }
}
