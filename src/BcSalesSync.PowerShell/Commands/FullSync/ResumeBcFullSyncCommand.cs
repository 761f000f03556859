using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>Goes on with a stopped or interrupted full synchronisation from its checkpoint.</summary>
[Cmdlet(VerbsLifecycle.Resume, "BcFullSync", SupportsShouldProcess = true, DefaultParameterSetName = BackgroundSet)]
[OutputType(typeof(BcFullSync), typeof(BcFullSyncLine), typeof(Job))]
public sealed class ResumeBcFullSyncCommand : BeginFullSyncCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Streams.ShouldProcess(Session.Connection.Name, "Resume full synchronisation"))
            BeginRun(cancellation => Session.ResumeFullSyncAsync(TimeBudget, cancellation));
    }
}
