using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>Synchronises records, or a whole mapping, at once.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BcSyncNow", SupportsShouldProcess = true)]
[OutputType(typeof(BcSyncResult))]
public sealed class InvokeBcSyncNowCommand : SyncRequestCommand
{
    private readonly Dictionary<string, SyncDirection?> mappingDirections = new(StringComparer.OrdinalIgnoreCase);

    private protected override void ProcessMapping(SyncNowRequest request)
    {
        if (Streams.IsWhatIf)
            Describe(request);
        else if (Streams.ShouldProcess(request.Mapping ?? "all mappings", Action(request.Direction)))
            Synchronize(request, []);
    }

    private protected override void ProcessRecords(string mapping, SyncDirection? direction, IReadOnlyList<RecordRow> rows)
    {
        var request = RequestFor(mapping, direction);
        if (Streams.IsWhatIf)
        {
            Describe(With(request, rows));
            return;
        }

        if (direction is null && MappingDirection(mapping) is not (SyncDirection.ToSales or SyncDirection.ToBusinessCentral))
        {
            request = request with { Direction = AskDirection(With(request, rows)) };
            if (request.Direction is null)
                return;
        }

        RecordRow[] accepted = [.. rows.Where(r => Streams.ShouldProcess(r.Description, Action(request.Direction)))];
        if (accepted.Length > 0)
            Synchronize(With(request, accepted), accepted);
    }

    private static string Action(SyncDirection? direction) => direction switch
    {
        SyncDirection.ToSales => "Synchronize to Sales",
        SyncDirection.ToBusinessCentral => "Synchronize to Business Central",
        _ => "Synchronize",
    };

    private void Synchronize(SyncNowRequest request, IReadOnlyList<RecordRow> rows) => RunFor(request, async (pump, cancellation) =>
    {
        await foreach (var result in Session.SyncNowAsync(request, pump, cancellation))
        {
            pump.Output(result);
            if (result.Error is null)
                continue;
            var row = rows.FirstOrDefault(r => r.Names(result.BcId, result.BcNo, result.SalesId, result.SalesName));
            pump.Error(CommandError.From(result.Error, row?.Input ?? result));
        }
    });

    private void Describe(SyncNowRequest request)
    {
        foreach (var planned in Plan(request))
            Streams.ShouldProcess(PlanText.Target(planned), PlanText.Action(planned));
    }

    private List<BcPlannedAction> Plan(SyncNowRequest request)
    {
        var plan = new List<BcPlannedAction>();
        RunFor(request, async (pump, cancellation) =>
        {
            await foreach (var planned in Session.PlanAsync(request, pump, cancellation))
                plan.Add(planned);
        });
        return plan;
    }

    private SyncDirection? MappingDirection(string mapping)
    {
        if (!mappingDirections.TryGetValue(mapping, out var direction))
        {
            RunFor(mapping, async (_, cancellation) =>
            {
                await foreach (var found in Session.GetTableMappingsAsync(mapping, cancellation))
                    direction = found.Direction;
            });
            mappingDirections[mapping] = direction;
        }

        return direction;
    }

    private SyncDirection? AskDirection(SyncNowRequest request)
    {
        var question = request.Records.Count == 1
            ? DirectionQuestion.AboutOne(Plan(request with { Direction = SyncDirection.Both }))
            : DirectionQuestion.AboutSeveral(request.Records.Count);
        if (question.Ask(Streams) is { } direction)
            return direction;
        Streams.Error(Refuse(
            "BcSync.Input.DirectionMissing",
            $"The mapping {request.Mapping} works both ways, and nobody is there to say which side to overwrite.",
            "Give -Direction ToSales, ToBusinessCentral or Both.",
            request));
        return null;
    }
}
