using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Couples a record of Business Central with a row of Sales, or creates the missing one of the two.</summary>
[Cmdlet(VerbsCommon.New, "BcCoupling", SupportsShouldProcess = true)]
[OutputType(typeof(BcCoupling))]
public sealed class NewBcCouplingCommand : RecordCommand
{
    private const int ChunkSize = 100;

    private readonly RowQueue queue;

    /// <summary>Creates the command.</summary>
    public NewBcCouplingCommand() => queue = new RowQueue(ChunkSize, HandOn);

    /// <summary>System in which the counterpart is created; the record is then named on the other side only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SystemSide))]
    public SystemSide? CreateIn { get; set; }

    /// <summary>Direction in which the pair is synchronised afterwards; not at all when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(SyncDirection))]
    public SyncDirection? Sync { get; set; }

    /// <summary>What Find-BcCouplingMatch found for the row; only what is certain is coupled.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(MatchOutcome))]
    public MatchOutcome? Outcome { get; set; }

    // A proposal that names both sides needs no new record.
    private SystemSide? Creates => Outcome is MatchOutcome.Matched ? null : CreateIn;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var row in ReadRows())
        {
            if (Outcome is MatchOutcome.AlreadyCoupled)
            {
                Streams.Verbose($"{row.Description} is coupled already.");
                continue;
            }

            var complete = RequireSides(RequireCertainty(RequireMapping(row)));
            var request = RequestFor(complete);
            if (request is null || Streams.IsWhatIf || Streams.ShouldProcess(RecordRow.Describe(request), "Couple"))
                queue.Add(complete with { Request = request });
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing() => queue.Flush();

    private static void Write(CommandPump pump, Outcome<BcCoupling> outcome, RecordRow row)
    {
        if (outcome.Error is not null)
            pump.Error(CommandError.From(outcome.Error, row.Input ?? outcome.Input));
        if (outcome.Value is not null)
            pump.Output(outcome.Value);
        if (outcome.Unchanged)
            pump.Verbose($"{row.Description} is coupled already.");
    }

    private void HandOn(IReadOnlyList<RecordRow> rows)
    {
        CouplingRequest[] requests = [.. rows.Select(r => r.Request).OfType<CouplingRequest>()];
        if (requests.Length > 0 && Streams.IsWhatIf)
            Describe(rows, requests);
        else if (requests.Length > 0)
            Couple(rows, requests);
        else
            rows.ToList().ForEach(r => Streams.Error(r.Error!));
    }

    private void Couple(IReadOnlyList<RecordRow> rows, CouplingRequest[] requests) => Run(async (pump, cancellation) =>
    {
        await using var next = Session.CoupleAsync(requests, pump, cancellation).GetAsyncEnumerator(cancellation);
        foreach (var row in rows)
        {
            if (row.Error is not null)
                pump.Error(row.Error);
            else if (await next.MoveNextAsync())
                Write(pump, next.Current, row);
        }

        // Lets the session finish what follows its last outcome.
        while (await next.MoveNextAsync())
            pump.Debug("An outcome without a row was ignored.");
    });

    // What would be refused is worth seeing before anything is done.
    private void Describe(IReadOnlyList<RecordRow> rows, CouplingRequest[] requests)
    {
        var targets = new List<string>();
        Run(async (pump, cancellation) =>
        {
            await using var next = Session.CheckCouplingsAsync(requests, cancellation).GetAsyncEnumerator(cancellation);
            foreach (var row in rows)
            {
                if (row.Error is not null)
                    pump.Error(row.Error);
                else if (await next.MoveNextAsync() && next.Current is var outcome)
                {
                    if (outcome.Error is not null)
                        pump.Error(CommandError.From(outcome.Error, row.Input ?? outcome.Input));
                    else if (outcome.Unchanged)
                        pump.Verbose($"{row.Description} is coupled already.");
                    else
                        targets.Add(RecordRow.Describe(row.Request!));
                }
            }
        });
        foreach (var target in targets)
            Streams.ShouldProcess(target, "Couple");
    }

    private CouplingRequest? RequestFor(RecordRow row) => row.Error is not null ? null : new CouplingRequest
    {
        Mapping = row.Mapping!,
        Records = row.Selector,
        CreateIn = Creates,
        Sync = Sync,
        Input = row.Input,
        Origin = row.Origin,
    };

    private RecordRow RequireCertainty(RecordRow row)
    {
        if (row.Error is not null)
            return row;
        return Outcome switch
        {
            MatchOutcome.NoMatch when CreateIn is null => row with { Error = Refuse(
                "BcSync.Match.NoMatch",
                $"{At(row)}{row.Description} matches nothing.",
                "Name both sides yourself, or create the missing one with -CreateIn.",
                row.Input) },
            MatchOutcome.Ambiguous => row with { Error = Refuse(
                "BcSync.Match.Ambiguous",
                $"{At(row)}{row.Description} matches, but not one record only.{Found(row.Input)}",
                "Name both sides yourself: New-BcCoupling -Mapping <mapping> -BcNo <number> -SalesId <id>.",
                row.Input) },
            MatchOutcome.Taken => row with { Error = Refuse(
                "BcSync.Match.Taken",
                $"{At(row)}{row.Description} matches a row that belongs to another record.{Found(row.Input)}",
                "Pick another row, or remove the other coupling first with Remove-BcCoupling.",
                row.Input) },
            _ => row,
        };
    }

    private static string Found(object? input) =>
        input is PSObject { BaseObject: BcCouplingMatch match } ? $" {match.Reason}" : string.Empty;

    private RecordRow RequireSides(RecordRow row)
    {
        if (row.Error is not null)
            return row;
        var (needsBc, needsSales) = Creates switch
        {
            SystemSide.Sales => (true, false),
            SystemSide.BusinessCentral => (false, true),
            _ => (true, true),
        };
        if (needsBc && !row.NamesBc)
            return Incomplete(row, "No record of Business Central is named: BcNo and BcId are empty.", "Fill BcNo or BcId.");
        if (needsSales && !row.NamesSales)
            return Incomplete(row, "No row of Sales is named: SalesId and SalesName are empty.", "Fill SalesId or SalesName.");
        return Creates is not null && row.NamesBc && row.NamesSales
            ? Incomplete(row, "Both sides are named, and CreateIn as well.", "Leave CreateIn empty to couple records that exist.")
            : row;
    }

    private RecordRow Incomplete(RecordRow row, string message, string recommendedAction) =>
        row with { Error = Refuse("BcSync.Input.SideMissing", At(row) + message, recommendedAction, row.Input) };
}
