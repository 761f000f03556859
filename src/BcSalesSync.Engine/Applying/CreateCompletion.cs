using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying;

/// <summary>
/// Writes what a system takes only after a record exists, such as the state of a product, right after the creates of a page and in
/// batches like them. If a run ends in between, the next one finds the record by its derived id and brings it up to date.
/// </summary>
internal sealed class CreateCompletion(EndpointPair endpoints)
{
    /// <summary>The settled actions, in their order; those that were created are complete or say what keeps them from it.</summary>
    public async Task<IReadOnlyList<AppliedAction>> RunAsync(PassDefinition pass, IReadOnlyList<AppliedAction> applied)
    {
        var open = applied.Where(IsOpen).ToArray();
        if (open.Length == 0)
            return applied;
        var writes = open.Select(ToWrite).ToArray();
        var outcomes = await WriteAsync(pass, writes).ConfigureAwait(false);
        var completed = open.Zip(outcomes).ToDictionary(pair => pair.First, pair => Settle(pass, pair.First, pair.Second));
        return [.. applied.Select(action => completed.GetValueOrDefault(action, action))];
    }

    private static bool IsOpen(AppliedAction action) =>
        action is { Failure: null, PlanAgain: false, Adopted: false, CounterpartId: not null, Plan: { Action: SyncAction.Created, Failure: null } }
            && action.Plan.Values.Any(value => value.IsLater);

    private static RecordWrite ToWrite(AppliedAction action) => new()
    {
        Kind = WriteKind.Update,
        Id = action.CounterpartId,
        Values = [.. action.Plan.Values.Where(value => value.IsLater)
            .Select(value => KeyValuePair.Create(value.Field.Destination.Name, value.New))],
    };

    // The records exist by now: a stop or a failure here must not keep them from being saved as coupled.
    private async Task<IReadOnlyList<WriteOutcome>> WriteAsync(PassDefinition pass, RecordWrite[] writes)
    {
        try
        {
            return await endpoints.On(pass.Destination)
                .WriteAsync(pass.DestinationTable.Name, writes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            return [.. writes.Select(write => new WriteOutcome(WriteStatus.Unknown, write.Id, Failure: problem.Failure))];
        }
    }

    private static AppliedAction Settle(PassDefinition pass, AppliedAction action, WriteOutcome outcome)
    {
        if (outcome.Status is WriteStatus.Done)
            return action with { Answer = Joined(action.Answer, outcome.Record) };
        var failure = outcome is { Status: WriteStatus.Refused, Failure: { } refusal }
            ? WriteFailures.Refused(pass.Destination, refusal)
            : WriteFailures.Unsettled(pass.Destination, outcome.Status, outcome.Failure);
        return action with
        {
            Plan = WithoutLater(action.Plan),
            Incomplete = failure with { Message = $"The record was created but is not complete. {failure.Message}" },
        };
    }

    private static PlannedAction WithoutLater(PlannedAction plan) => plan with
    {
        Values = [.. plan.Values.Where(value => !value.IsLater)],
        AgreedDestination = plan.AgreedDestination.ExceptBy(
            plan.Values.Where(value => value.IsLater).Select(value => value.Field.Destination.Name), pair => pair.Key).ToDictionary(),
    };

    // The version is the one after the second write; without an answer it is not known.
    private static Record? Joined(Record? first, Record? second) => first is null ? second : first with
    {
        Version = second?.Version,
        ETag = second?.ETag,
        ModifiedAt = second?.ModifiedAt,
        Values = first.Values.Concat(second?.Values ?? new Dictionary<string, FieldValue>())
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value),
    };
}
