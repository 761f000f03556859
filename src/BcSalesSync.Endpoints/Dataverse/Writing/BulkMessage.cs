using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>
/// Sends sets of rows by CreateMultiple and UpdateMultiple. Such a message is all or nothing, so one that fails is taken apart into single
/// operations, and a bad row costs only itself (spec/wire-dataverse.md 3.1).
/// </summary>
internal static class BulkMessage
{
    /// <summary>Creates or updates rows, all of the same kind.</summary>
    internal static async Task SendAsync(WriteRun run, IReadOnlyList<PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var message = writes[0].Write.Kind == WriteKind.Create ? "CreateMultiple" : "UpdateMultiple";
        var address = $"{run.Table.SetName}/Microsoft.Dynamics.CRM.{message}";
        using var reply = await run.Client.WriteAsync(address, WriteBody.Json(run.Rows.WriteTargets(writes)), cancellationToken);
        if (reply.Succeeded)
            SettleDone(run, writes, reply.Body);
        else if (reply.Delivery == WriteDelivery.Lost || IsUnexplained(reply))
            run.SettleAll(writes, WriteStatus.Unknown, reply.Failure);
        else if (reply.Delivery == WriteDelivery.NotDone || reply.Failure?.Class == FailureClass.Fatal)
            run.SettleAll(writes, WriteStatus.NotSent, reply.Failure);
        else
            await new SingleOperations(run).SendAsync(writes, cancellationToken);
    }

    /// <summary>A server error without a code of its own leaves open whether the rows were written, unless it is that nobody offers this.</summary>
    internal static bool IsUnexplained(WriteReply reply) =>
        reply.Delivery == WriteDelivery.Answered && reply.Status is >= 500 and not 501 && reply.Failure is { Code.Length: 3 };

    private static void SettleDone(WriteRun run, IReadOnlyList<PlannedWrite> writes, ReadOnlyMemory<byte> body)
    {
        var ids = writes.All(planned => planned.Write.Id is not null) ? [] : ReadIds(body);
        for (var position = 0; position < writes.Count; position++)
        {
            var id = writes[position].Write.Id ?? (position < ids.Count ? ids[position] : null);
            run.Settle(writes[position], new WriteOutcome(id is null ? WriteStatus.Unknown : WriteStatus.Done, id));
        }
    }

    /// <summary>The ids in the order of the rows; none when the answer breaks off, which leaves the ids unknown.</summary>
    private static List<Guid?> ReadIds(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body.Length > 0 ? body : "{}"u8.ToArray());
            return answer.RootElement.TryGetProperty("Ids", out var ids)
                ? [.. ids.EnumerateArray().Select(id => id.TryGetGuid(out var value) ? value : (Guid?)null)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
