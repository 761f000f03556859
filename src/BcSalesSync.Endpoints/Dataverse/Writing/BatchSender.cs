using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>
/// Sends items in one batch: those the service was too busy for again, those whose token ran out once more with a new one, and a batch
/// refused as a whole in halves.
/// </summary>
internal abstract class BatchSender<TItem>(DataverseClient client)
{
    private const int MaxRounds = 4;

    /// <summary>Sends items; all that were sent are settled afterwards.</summary>
    internal async Task SendAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken)
    {
        var open = items;
        var isRenewed = false;
        for (var round = 1; open.Count > 0 && !cancellationToken.IsCancellationRequested; round++)
        {
            var batch = Pack(open);
            using var reply = await client.WriteAsync("$batch", WriteBody.Batch(batch.Body), cancellationToken);
            var again = await SettleAsync(open, batch, reply, cancellationToken);
            var busy = isRenewed ? [.. again.Where(postponed => !postponed.IsUnauthorized)] : again;
            if (round == MaxRounds || busy.Count == 0)
                return;
            open = [.. busy.Select(postponed => postponed.Item)];
            var needsToken = busy.Any(postponed => postponed.IsUnauthorized);
            isRenewed |= needsToken;
            if (!await (needsToken
                ? client.TryRenewTokenAsync(cancellationToken)
                : client.TryPauseAsync(busy.Max(postponed => postponed.Wait), round, cancellationToken)))
                return;
        }
    }

    /// <summary>Puts items into a batch.</summary>
    protected abstract PackedBatch<TItem> Pack(IReadOnlyList<TItem> items);

    /// <summary>Settles an item that shared the fate of its batch.</summary>
    protected abstract void Settle(TItem item, WriteStatus status, EndpointFailure? failure);

    /// <summary>Settles the only item of a batch that was refused as a whole.</summary>
    protected abstract void SettleRefused(TItem item, int status, EndpointFailure failure);

    private async Task<IReadOnlyList<Postponed<TItem>>> SettleAsync(
        IReadOnlyList<TItem> items, PackedBatch<TItem> batch, WriteReply reply, CancellationToken cancellationToken)
    {
        if (reply.Delivery == WriteDelivery.Answered && batch.TrySettle(reply) is { } busy)
            return busy;
        if (reply.Delivery == WriteDelivery.Lost || reply.Succeeded || BulkMessage.IsUnexplained(reply))
            SettleAll(items, WriteStatus.Unknown, reply.Failure);
        else if (reply.Delivery == WriteDelivery.NotDone || reply.Failure?.Class is FailureClass.Fatal or FailureClass.Permission)
            SettleAll(items, WriteStatus.NotSent, reply.Failure);
        else
            await SendHalvesAsync(items, reply, cancellationToken);
        return [];
    }

    private void SettleAll(IEnumerable<TItem> items, WriteStatus status, EndpointFailure? failure)
    {
        foreach (var item in items)
            Settle(item, status, failure);
    }

    /// <summary>An envelope refused as a whole may be too large, or hold one row that cannot be parsed: smaller ones find out.</summary>
    private async Task SendHalvesAsync(IReadOnlyList<TItem> items, WriteReply reply, CancellationToken cancellationToken)
    {
        if (items.Count == 1)
        {
            SettleRefused(items[0], reply.Status, reply.Failure!);
            return;
        }

        var half = items.Count / 2;
        await SendAsync([.. items.Take(half)], cancellationToken);
        await SendAsync([.. items.Skip(half)], cancellationToken);
    }
}
