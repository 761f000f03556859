using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets logged errors with their next steps, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncError")]
[OutputType(typeof(BcSyncError))]
public sealed class GetBcSyncErrorCommand : JobEntryCommand
{
    private protected override Task ReadAsync(CommandPump pump, string? mapping, Guid? job, CancellationToken cancellationToken)
    {
        var query = new ErrorQuery { Mapping = mapping, JobId = job, Last = Last };
        return pump.OutputAsync(Session.GetErrorsAsync(query, cancellationToken), cancellationToken);
    }
}
