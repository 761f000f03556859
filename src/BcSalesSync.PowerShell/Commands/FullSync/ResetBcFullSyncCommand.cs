using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>Puts the review of the full synchronisation back to not started, and emits it. What was synchronised stays.</summary>
[Cmdlet(VerbsCommon.Reset, "BcFullSync", SupportsShouldProcess = true)]
[OutputType(typeof(BcFullSyncLine))]
public sealed class ResetBcFullSyncCommand : FullSyncCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!Streams.ShouldProcess(Session.Connection.Name, "Reset full synchronisation to not started"))
            return;
        Run(async (pump, cancellation) =>
        {
            await Session.ResetFullSyncAsync(cancellation);
            await ReviewAsync(pump, cancellation);
        });
    }
}
