using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Repairs couplings whose records are gone on one side or both.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "BcCoupling", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BcCoupling))]
public sealed class RepairBcCouplingCommand : RecordCommand
{
    private const int ChunkSize = 500;
    private const int MostRepairs = 10;

    private readonly List<(CouplingRepairRequest Request, object? Input)> requests = [];
    private readonly Dictionary<CouplingRepair, List<BcCoupling>> piped = [];
    private readonly List<BcCoupling> undecided = [];

    /// <summary>What to do where one side is gone; what the mapping's rule for deletions says when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(CouplingRepair))]
    public CouplingRepair? Resolution { get; set; }

    /// <summary>Repairs more than ten couplings, whatever is done with them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gathers the couplings: all that the pipeline names are looked up together.</summary>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is BcCoupling coupling)
        {
            Gather(coupling);
            return;
        }

        foreach (var row in ReadRows().Select(RequireRecord))
        {
            if (row.Error is not null)
                Streams.Error(row.Error);
            else
                requests.Add((new CouplingRepairRequest { Query = row.Query, Resolution = Resolution }, row.Input));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (undecided.Count > 0)
            requests.Add((new CouplingRepairRequest { Couplings = undecided }, null));
        requests.AddRange(piped.Select(group => (new CouplingRepairRequest { Couplings = group.Value, Resolution = group.Key }, (object?)null)));
        var repairs = Plan();
        Guard(repairs.Count(repair => repair.Error is null));
        foreach (var chunk in repairs.Where(Accept).Chunk(ChunkSize))
            Repair(chunk);
    }

    private void Gather(BcCoupling coupling)
    {
        if (Resolution is not { } resolution)
            undecided.Add(coupling);
        else if (piped.TryGetValue(resolution, out var others))
            others.Add(coupling);
        else
            piped[resolution] = [coupling];
    }

    private BcCouplingRepair[] Plan()
    {
        var found = new List<BcCouplingRepair>();
        foreach (var (request, input) in requests)
        {
            RunPart(input, async (_, cancellation) =>
            {
                await foreach (var repair in Session.PlanRepairsAsync(request, cancellation))
                    found.Add(repair);
            });
        }

        return [.. found.DistinctBy(repair => (repair.Coupling.Mapping, repair.Coupling.BcId))];
    }

    // To one who may not read a table, or has the wrong company, every record of it looks deleted.
    private void Guard(int repairs)
    {
        if (repairs <= MostRepairs || Streams.IsOn(nameof(Force)))
            return;
        var message = $"{repairs} couplings look broken and would be repaired, more than {MostRepairs}. Records are taken for deleted by the dozen "
            + "when the application may not read a table any more, or the connection names another company or environment.";
        if (Streams.IsWhatIf)
            Streams.Warning($"{message} Without -Force none is.");
        else
            Streams.Stop(Refuse(
                "BcSync.Coupling.TooManyRepairs",
                message,
                "See with Get-BcCoupling -Broken whether their records are really gone, then repeat the command with -Force."));
    }

    private bool Accept(BcCouplingRepair repair)
    {
        if (repair.Error is not null)
        {
            Streams.Error(CommandError.From(repair.Error, repair.Coupling));
            return false;
        }

        var names = new RecordSelector
        {
            BcId = repair.Coupling.BcId,
            BcNo = repair.Coupling.BcNo,
            SalesId = repair.Coupling.SalesId,
            SalesName = repair.Coupling.SalesName,
        };
        return Streams.ShouldProcess(RecordRow.Describe(repair.Coupling.Mapping, names), RepairText.Of(repair));
    }

    private void Repair(BcCouplingRepair[] repairs) => Run(async (pump, cancellation) =>
    {
        await foreach (var outcome in Session.RepairCouplingsAsync(repairs, pump, cancellation))
        {
            if (outcome is { Value: not null, Error: null })
                pump.Output(outcome.Value);
            if (outcome.Error is not null)
                pump.Error(CommandError.From(outcome.Error, outcome.Input));
        }
    });
}
