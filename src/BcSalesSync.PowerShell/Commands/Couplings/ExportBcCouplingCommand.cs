using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Writes couplings to a CSV file that Import-BcCoupling and New-BcCoupling read.</summary>
[Cmdlet(VerbsData.Export, "BcCoupling", SupportsShouldProcess = true)]
[OutputType(typeof(BcCoupling))]
public sealed class ExportBcCouplingCommand : CouplingFileCommand
{
    /// <summary>Also emits the couplings.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!HasOneMapping())
            return;
        var file = File;
        var query = new CouplingQuery { Mapping = file.Mapping };
        if (!Streams.ShouldProcess(file.Path, "Export couplings"))
            return;
        var passThru = Streams.IsOn(nameof(PassThru));
        RunFor(Path, async (pump, cancellation) =>
        {
            var count = await Session.ExportCouplingsAsync(file, query, cancellation);
            pump.Verbose($"{count} couplings written to {file.Path}.");
            if (passThru)
                await pump.OutputAsync(Session.GetCouplingsAsync(query, cancellation), cancellation);
        });
    }
}
