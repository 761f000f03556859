using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Gets the switches that shape the mappings.</summary>
[Cmdlet(VerbsCommon.Get, "BcSyncSetup")]
[OutputType(typeof(BcSyncSetup))]
public sealed class GetBcSyncSetupCommand : ConnectedCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        Run(async (pump, cancellation) => pump.Output(await Session.GetSetupAsync(cancellation)));
}
