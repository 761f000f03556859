using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>
/// Adds and relabels options, one request each, gives them to the columns that follow, and publishes all together. Publishes before it
/// adds as well: an earlier attempt may have been cut off between the two, and its options must be found instead of being added again.
/// </summary>
internal sealed class ChoiceWriter(DataverseClient client, ChoiceReader reader, MetadataCache metadata)
{
    // Below are the numbers Sales comes with.
    private const int FirstOwnValue = 100_000_000;

    private readonly ChoiceRequests requests = new(client);

    /// <summary>Writes; outcomes come in the order of the writes.</summary>
    internal async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        ChoiceColumn column, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var followers = await ChoiceCopies.FindAsync(column, metadata, cancellationToken);
        string[] tables = [column.Table, .. followers.Select(follower => follower.Table)];
        if (writes.Any(write => write.Kind is WriteKind.Create) && await requests.PublishAsync(tables, cancellationToken) is { } hindrance)
            return [.. writes.Select(write => new WriteOutcome(WriteStatus.NotSent, write.Id, Failure: hindrance))];
        var set = await reader.ReadAsync(column, cancellationToken);
        var copies = await ChoiceCopies.ReadAsync(followers, reader, requests, cancellationToken);
        var own = set.Options.Concat(copies.Options).Select(option => option.Value).Where(value => value >= FirstOwnValue).ToHashSet();
        var outcomes = new List<WriteOutcome>(writes.Count);
        foreach (var write in writes)
            outcomes.Add(cancellationToken.IsCancellationRequested
                ? new WriteOutcome(WriteStatus.NotSent, write.Id)
                : await CopyAsync(copies, set, await WriteAsync(column, set, own, write, cancellationToken)));
        foreach (var table in tables)
            metadata.Forget(table);
        if (!copies.Changed && outcomes.TrueForAll(outcome => outcome.Status is not WriteStatus.Done))
            return outcomes;

        // What is added must be published even if somebody wants to stop: until then nobody sees it.
        var unpublished = await requests.PublishAsync(tables, CancellationToken.None);
        return unpublished is null ? outcomes : [.. outcomes.Select(outcome => Unfinished(outcome, unpublished))];
    }

    private async Task<WriteOutcome> WriteAsync(
        ChoiceColumn column, ChoiceSet set, HashSet<int> own, RecordWrite write, CancellationToken cancellationToken)
    {
        var label = write.Values.LastOrDefault(pair => pair.Key == ChoiceTables.Label).Value.AsText();
        if (write.Kind is WriteKind.Delete || label is null)
            return Refused(write, "An option of Sales can be added and relabelled, but not without a label, and not deleted from here.");
        if (write.Kind is WriteKind.Create)
        {
            var existing = set.Options.FirstOrDefault(option => string.Equals(option.Label, label, StringComparison.OrdinalIgnoreCase));
            if (existing is not null)
                return new WriteOutcome(WriteStatus.AlreadyExists, ChoiceId.For(existing.Value), ChoiceTables.ToRecord(existing));

            // A number that is free here may mean something else in a column that follows.
            int? free = own.Count > 0 ? own.Max() + 1 : null;
            using var added = await requests.InsertAsync(column, label, free, set.Language, cancellationToken);
            if (!added.Succeeded)
                return Failed(write, added);
            var number = NewValue(added);
            own.Add(number);
            return Done(number, label);
        }

        if (write.Id is not { } id || ChoiceId.ValueOf(id) is not { } value || !set.Options.Any(option => option.Value == value))
            return new WriteOutcome(WriteStatus.NotFound, write.Id);
        using var renamed = await requests.RelabelAsync(column, label, value, set.Language, cancellationToken);
        return renamed.Succeeded ? Done(value, label) : Failed(write, renamed);
    }

    private static async Task<WriteOutcome> CopyAsync(ChoiceCopies copies, ChoiceSet set, WriteOutcome outcome)
    {
        if (outcome is not { Status: WriteStatus.Done or WriteStatus.AlreadyExists, Id: { } id, Record: { } record }
            || ChoiceId.ValueOf(id) is not { } value)
            return outcome;
        var before = set.Options.FirstOrDefault(option => option.Value == value)?.Label;
        var failure = await copies.CopyAsync(new OptionChoice(value, record[ChoiceTables.Label].ToString()), before);
        return failure is null ? outcome : Unfinished(outcome, failure);
    }

    private static int NewValue(WriteReply reply)
    {
        using var answer = AnswerJson.Parse(reply.Body);
        return answer.RootElement.GetProperty("NewOptionValue").GetInt32();
    }

    private static WriteOutcome Done(int value, string label) =>
        new(WriteStatus.Done, ChoiceId.For(value), ChoiceTables.ToRecord(new OptionChoice(value, label)));

    private static WriteOutcome Failed(RecordWrite write, WriteReply reply) => new(
        reply.Delivery switch
        {
            WriteDelivery.Lost => WriteStatus.Unknown,
            WriteDelivery.NotDone => WriteStatus.NotSent,
            _ => WriteStatus.Refused,
        },
        write.Id,
        Failure: reply.Failure);

    // The next attempt publishes first, finds it, and gives it to those that lack it.
    private static WriteOutcome Unfinished(WriteOutcome outcome, EndpointFailure failure) =>
        outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists
            ? new WriteOutcome(WriteStatus.Unknown, outcome.Id, Failure: failure)
            : outcome;

    private static WriteOutcome Refused(RecordWrite write, string reason) =>
        new(WriteStatus.Refused, write.Id, Failure: new EndpointFailure(FailureClass.Capability, "option", reason));
}
