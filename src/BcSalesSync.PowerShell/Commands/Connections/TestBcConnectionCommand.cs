using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Looks at every precondition of synchronising, one line each.</summary>
[Cmdlet(VerbsDiagnostic.Test, "BcConnection")]
[OutputType(typeof(BcCheck))]
public sealed class TestBcConnectionCommand : ConnectedCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Run((pump, cancellation) => pump.OutputAsync(Session.TestAsync(cancellation), cancellation));
}
