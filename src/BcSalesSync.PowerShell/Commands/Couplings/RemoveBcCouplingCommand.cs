using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Removes couplings; the records stay on both sides.</summary>
[Cmdlet(VerbsCommon.Remove, "BcCoupling", SupportsShouldProcess = true)]
[OutputType(typeof(BcCoupling))]
public sealed class RemoveBcCouplingCommand : RecordCommand
{
    private const int ChunkSize = 100;

    private readonly List<(BcCoupling Coupling, object Input)> waiting = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is BcCoupling coupling)
        {
            Offer(coupling, InputObject);
            return;
        }

        foreach (var row in ReadRows().Select(RequireRecord).Select(RequireSomething))
        {
            if (row.Error is not null)
                Streams.Error(row.Error);
            else
                FindAndOffer(row);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing() => Flush();

    private void FindAndOffer(RecordRow row)
    {
        var found = new List<BcCoupling>();
        RunFor(row.Input, async (_, cancellation) =>
        {
            await foreach (var coupling in Session.GetCouplingsAsync(row.Query, cancellation))
                found.Add(coupling);
        });
        if (found.Count == 0)
            Streams.Verbose($"{row.Description} is not coupled.");
        foreach (var coupling in found)
            Offer(coupling, row.Input ?? coupling);
    }

    private void Offer(BcCoupling coupling, object input)
    {
        var names = new RecordSelector
        {
            BcId = coupling.BcId,
            BcNo = coupling.BcNo,
            SalesId = coupling.SalesId,
            SalesName = coupling.SalesName,
        };
        if (!Streams.ShouldProcess(RecordRow.Describe(coupling.Mapping, names), "Remove coupling"))
            return;
        waiting.Add((coupling, input));
        if (waiting.Count >= ChunkSize)
            Flush();
    }

    private void Flush()
    {
        if (waiting.Count == 0)
            return;
        (BcCoupling Coupling, object Input)[] chunk = [.. waiting];
        waiting.Clear();
        Run(async (pump, cancellation) =>
        {
            await foreach (var outcome in Session.UncoupleAsync([.. chunk.Select(c => c.Coupling)], pump, cancellation))
            {
                if (outcome is { Value: not null, Error: null })
                    pump.Output(outcome.Value);
                if (outcome.Error is not null)
                    pump.Error(CommandError.From(outcome.Error, InputOf(chunk, outcome.Input)));
            }
        });
    }

    private static object? InputOf((BcCoupling Coupling, object Input)[] chunk, object? failed) =>
        Array.Find(chunk, c => ReferenceEquals(c.Coupling, failed)).Input ?? failed;

    private RecordRow RequireSomething(RecordRow row) => row.Error is null && !row.NamesRecord && row.Mapping is null
        ? row with
        {
            Error = Refuse(
                "BcSync.Input.RecordMissing", "Nothing says which couplings to remove.", "Give -Mapping, -BcNo or another selector."),
        }
        : row;
}
