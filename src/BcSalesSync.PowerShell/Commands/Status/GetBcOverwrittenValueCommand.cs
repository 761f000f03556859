using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Gets values that people had set and that a synchronisation wrote over because the other side won, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BcOverwrittenValue")]
[OutputType(typeof(BcOverwrittenValue))]
public sealed class GetBcOverwrittenValueCommand : JobEntryCommand
{
    private protected override Task ReadAsync(CommandPump pump, string? mapping, Guid? job, CancellationToken cancellationToken)
    {
        var query = new OverwrittenValueQuery { Mapping = mapping, JobId = job, Last = Last };
        return pump.OutputAsync(Session.GetOverwrittenValuesAsync(query, cancellationToken), cancellationToken);
    }
}
