using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>Asks the full synchronisation, in whichever process it runs, to stop at its next checkpoint.</summary>
[Cmdlet(VerbsLifecycle.Stop, "BcFullSync", SupportsShouldProcess = true)]
[OutputType(typeof(BcFullSyncLine))]
public sealed class StopBcFullSyncCommand : FullSyncCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!Streams.ShouldProcess(Session.Connection.Name, "Stop full synchronisation"))
            return;
        Run(async (pump, cancellation) =>
        {
            await Session.StopFullSyncAsync(cancellation);
            await ReviewAsync(pump, cancellation);
        });
    }
}
