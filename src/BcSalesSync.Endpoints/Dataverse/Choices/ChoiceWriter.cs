using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>
/// Adds and relabels options, one request each, and publishes them together. Publishes before it adds as well: an earlier attempt may
/// have been cut off between the two, and its options must be found instead of being added again.
/// </summary>
internal sealed class ChoiceWriter(DataverseClient client, ChoiceReader reader)
{
    /// <summary>Writes; outcomes come in the order of the writes.</summary>
    internal async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        ChoiceColumn column, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Any(write => write.Kind is WriteKind.Create) && await PublishAsync(column, cancellationToken) is { } hindrance)
            return [.. writes.Select(write => new WriteOutcome(WriteStatus.NotSent, write.Id, Failure: hindrance))];
        var set = await reader.ReadAsync(column, cancellationToken);
        var outcomes = new List<WriteOutcome>(writes.Count);
        foreach (var write in writes)
            outcomes.Add(cancellationToken.IsCancellationRequested
                ? new WriteOutcome(WriteStatus.NotSent, write.Id)
                : await WriteAsync(column, set, write, cancellationToken));
        if (outcomes.TrueForAll(outcome => outcome.Status is not WriteStatus.Done))
            return outcomes;

        // What is added must be published even if somebody wants to stop: until then nobody sees it.
        var unpublished = await PublishAsync(column, CancellationToken.None);
        return unpublished is null ? outcomes : [.. outcomes.Select(outcome => Unpublished(outcome, unpublished))];
    }

    private async Task<WriteOutcome> WriteAsync(
        ChoiceColumn column, ChoiceSet set, RecordWrite write, CancellationToken cancellationToken)
    {
        var label = write.Values.LastOrDefault(pair => pair.Key == ChoiceTables.Label).Value.AsText();
        if (write.Kind is WriteKind.Delete || label is null)
            return Refused(write, "An option of Sales can be added and relabelled, but not without a label, and not deleted from here.");
        if (write.Kind is WriteKind.Create)
        {
            var existing = set.Options.FirstOrDefault(option => string.Equals(option.Label, label, StringComparison.OrdinalIgnoreCase));
            if (existing is not null)
                return new WriteOutcome(WriteStatus.AlreadyExists, ChoiceId.For(existing.Value), ChoiceTables.ToRecord(existing));
            using var added = await client.WriteAsync("InsertOptionValue", Body(column, set, label, null), cancellationToken);
            return added.Succeeded ? Done(NewValue(added), label) : Failed(write, added);
        }

        if (write.Id is not { } id || ChoiceId.ValueOf(id) is not { } value || !set.Options.Any(option => option.Value == value))
            return new WriteOutcome(WriteStatus.NotFound, write.Id);
        using var renamed = await client.WriteAsync("UpdateOptionValue", Body(column, set, label, value), cancellationToken);
        return renamed.Succeeded ? Done(value, label) : Failed(write, renamed);
    }

    private async Task<EndpointFailure?> PublishAsync(ChoiceColumn column, CancellationToken cancellationToken)
    {
        var xml = $"<importexportxml><entities><entity>{column.Table}</entity></entities></importexportxml>";
        var body = WriteBody.Json(JsonSerializer.SerializeToUtf8Bytes(new { ParameterXml = xml }));
        using var reply = await client.WriteAsync("PublishXml", body, cancellationToken);
        return reply.Succeeded ? null : reply.Failure
            ?? new EndpointFailure(FailureClass.Transient, "publish", "Options were not published, because the request was not sent.");
    }

    private static WriteBody Body(ChoiceColumn column, ChoiceSet set, string label, int? value)
    {
        var parameters = new Dictionary<string, object>
        {
            ["EntityLogicalName"] = column.Table,
            ["AttributeLogicalName"] = column.Column,
            ["Label"] = new Dictionary<string, object>
            {
                ["@odata.type"] = "Microsoft.Dynamics.CRM.Label",
                ["LocalizedLabels"] = new[] { LocalizedLabel(label, set.Language) },
            },
        };
        if (value is { } number)
        {
            parameters["Value"] = number;
            parameters["MergeLabels"] = true;
        }

        return WriteBody.Json(JsonSerializer.SerializeToUtf8Bytes(parameters));
    }

    private static Dictionary<string, object> LocalizedLabel(string text, int language) => new()
    {
        ["@odata.type"] = "Microsoft.Dynamics.CRM.LocalizedLabel",
        ["Label"] = text,
        ["LanguageCode"] = language,
    };

    private static int NewValue(WriteReply reply)
    {
        using var answer = JsonDocument.Parse(reply.Body);
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

    // The next attempt publishes first, and finds it.
    private static WriteOutcome Unpublished(WriteOutcome outcome, EndpointFailure failure) =>
        outcome.Status is WriteStatus.Done ? new WriteOutcome(WriteStatus.Unknown, outcome.Id, Failure: failure) : outcome;

    private static WriteOutcome Refused(RecordWrite write, string reason) =>
        new(WriteStatus.Refused, write.Id, Failure: new EndpointFailure(FailureClass.Capability, "option", reason));
}
