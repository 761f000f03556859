using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Couples what the rows of a CSV file name.</summary>
[Cmdlet(VerbsData.Import, "BcCoupling", SupportsShouldProcess = true)]
[OutputType(typeof(BcCoupling))]
public sealed class ImportBcCouplingCommand : CouplingFileCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!HasOneMapping())
            return;
        var file = File;
        if (Streams.IsWhatIf)
            Describe(file);
        else if (Streams.ShouldProcess(file.Path, "Import couplings"))
            Import(file);
    }

    private void Import(CouplingFile file) => RunFor(Path, async (pump, cancellation) =>
    {
        await foreach (var outcome in Session.ImportCouplingsAsync(file, pump, cancellation))
        {
            if (outcome.Value is not null)
                pump.Output(outcome.Value);
            if (outcome.Error is not null)
                pump.Error(CommandError.From(outcome.Error, outcome.Input));
        }
    });

    // Errors of rows are worth seeing before anything is done.
    private void Describe(CouplingFile file)
    {
        var targets = new List<string>();
        RunFor(Path, async (pump, cancellation) =>
        {
            var requests = new List<CouplingRequest>();
            await foreach (var row in Session.ReadCouplingFileAsync(file, cancellation))
            {
                if (row.Value is not null)
                    requests.Add(row.Value);
                if (row.Error is not null)
                    pump.Error(CommandError.From(row.Error, row.Input));
            }

            await foreach (var outcome in Session.CheckCouplingsAsync(requests, cancellation))
            {
                if (outcome.Error is not null)
                    pump.Error(CommandError.From(outcome.Error, outcome.Input));
                else if (outcome is { Value: { } request, Unchanged: false })
                    targets.Add(RecordRow.Describe(request));
            }
        });
        foreach (var target in targets)
            Streams.ShouldProcess(target, "Couple");
    }
}
