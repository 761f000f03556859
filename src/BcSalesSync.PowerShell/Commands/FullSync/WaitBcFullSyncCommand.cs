using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.FullSync;

/// <summary>Waits for the end of the full synchronisation, showing its progress, and ends with the review.</summary>
[Cmdlet(VerbsLifecycle.Wait, "BcFullSync")]
[OutputType(typeof(BcFullSyncLine))]
public sealed class WaitBcFullSyncCommand : FullSyncCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        Run((pump, cancellation) => WaitAndReviewAsync(pump, stopsRun: false, cancellation));
}
