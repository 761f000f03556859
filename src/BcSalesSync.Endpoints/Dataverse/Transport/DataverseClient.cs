using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>Requests to the Web API, with the headers it always wants (spec/wire-dataverse.md 1).</summary>
internal sealed class DataverseClient(WireClient wire, Uri baseAddress)
{
    private const int MaxRounds = 4;

    private static readonly KeyValuePair<string, string>[] Always =
    [
        new("Accept", "application/json"),
        new("OData-Version", "4.0"),
        new("OData-MaxVersion", "4.0"),
    ];

    private static readonly KeyValuePair<string, string>[] OnTheWire =
    [
        .. Always,
        new("User-Agent", "BcSalesSync/" + typeof(DataverseClient).Assembly.GetName().Version!.ToString(2)),
    ];

    /// <summary>Base address, with a closing slash.</summary>
    internal Uri BaseAddress => baseAddress;

    /// <summary>Reads an address below the base, or a link the service gave.</summary>
    /// <exception cref="EndpointException">The read failed.</exception>
    internal Task<WireResponse> GetAsync(string address, string? prefer, CancellationToken cancellationToken) =>
        wire.SendOrThrowAsync(ReadRequest(address, prefer), cancellationToken);

    /// <summary>Reads an address; the answer may be a refusal.</summary>
    internal Task<WireResponse> TryGetAsync(string address, string? prefer, CancellationToken cancellationToken) =>
        wire.SendAsync(ReadRequest(address, prefer), cancellationToken);

    /// <summary>Reads several addresses in one request; a part may be a refusal.</summary>
    /// <exception cref="EndpointException">The request as a whole failed, or the service stayed busy.</exception>
    internal async Task<ReadAnswer> GetManyAsync(IReadOnlyList<string> addresses, string? prefer, CancellationToken cancellationToken)
    {
        if (addresses.Count == 1)
        {
            var response = await TryGetAsync(addresses[0], prefer, cancellationToken);
            return new ReadAnswer(response, [new BatchPart(response.Status, response.Body) { Rules = wire.Rules }]);
        }

        var request = BatchOf(addresses, prefer);
        var isRenewed = false;
        for (var round = 1; ; round++)
        {
            var response = await wire.SendAsync(request, cancellationToken);
            var parts = BatchReader.TryRead(response) ?? [];
            var busy = parts.FirstOrDefault(part => part.IsBusy || part.Status is 408 or 500 or 502 or 504);
            var isUnauthorized = !isRenewed && parts.Any(part => part.IsUnauthorized);
            if (busy is null && parts.Count == addresses.Count && !isUnauthorized)
                return new ReadAnswer(response, parts);
            response.NoteOverload(parts.Select(part => part.Status));
            var failure = busy is null ? response.Failure ?? Incomplete() : FailureOf(busy);
            response.Dispose();
            if (round == MaxRounds || (busy is null && !isUnauthorized))
                throw new EndpointException(SystemSide.Sales, failure);
            isRenewed |= isUnauthorized;
            if (isUnauthorized)
                await wire.RenewTokenAsync(cancellationToken);
            else
                await PauseAsync(busy!.RetryAfter, round, cancellationToken);
        }
    }

    /// <summary>Sends a request that changes something; never throws for what the service or the network does.</summary>
    internal async Task<WriteReply> WriteAsync(string address, WriteBody body, CancellationToken cancellationToken)
    {
        var request = new WireRequest(HttpMethod.Post, new Uri(baseAddress, address))
        {
            Headers = body.Prefer is null ? OnTheWire : [.. OnTheWire, new("Prefer", body.Prefer)],
            Body = body.Bytes,
            ContentType = body.ContentType,
        };
        try
        {
            var response = await wire.SendAsync(request, cancellationToken);
            var delivery = response.Status is 429 or 503 ? WriteDelivery.NotDone : WriteDelivery.Answered;
            return new WriteReply(delivery, response, response.Failure);
        }
        catch (AnswerLostException lost)
        {
            return new WriteReply(WriteDelivery.Lost, null, lost.Failure);
        }
        catch (EndpointException unreachable)
        {
            return new WriteReply(WriteDelivery.NotDone, null, unreachable.Failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new WriteReply(WriteDelivery.NotDone, null, null);
        }
        catch (Exception problem)
        {
            // Parallel requests have outcomes of their own, which must not be lost with this one.
            return new WriteReply(WriteDelivery.Lost, null, new EndpointFailure(FailureClass.Fatal, "request", problem.Message));
        }
    }

    /// <summary>Waits before operations of a batch are sent again; false when the wait was cancelled.</summary>
    internal async Task<bool> TryPauseAsync(TimeSpan? wish, int round, CancellationToken cancellationToken)
    {
        try
        {
            await PauseAsync(wish, round, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The classed failure of a part.</summary>
    internal static EndpointFailure FailureOf(BatchPart part) =>
        FailureReader.Read(part.Rules, part.Status, part.Body.Span, retryAfter: part.RetryAfter);

    /// <summary>Gets a new token, after parts of an answer refused the one their batch was sent with; false when there is none.</summary>
    internal async Task<bool> TryRenewTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await wire.RenewTokenAsync(cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is EndpointException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits on its own account, or as long as the service wishes: then everybody is held back.</summary>
    private Task PauseAsync(TimeSpan? wish, int round, CancellationToken cancellationToken)
    {
        if (wish is not { } pause)
            return Task.Delay(wire.Backoff.Next(round), wire.Settings.Time, cancellationToken);
        wire.CloseFor(pause);
        return Task.CompletedTask;
    }

    private WireRequest ReadRequest(string address, string? prefer)
    {
        var target = new Uri(baseAddress, address);
        if (target.GetLeftPart(UriPartial.Authority) != baseAddress.GetLeftPart(UriPartial.Authority))
            throw new EndpointException(SystemSide.Sales, ForeignLink(target));
        return new WireRequest(HttpMethod.Get, target) { Headers = ReadHeaders(prefer) };
    }

    private WireRequest BatchOf(IReadOnlyList<string> addresses, string? prefer)
    {
        var headers = prefer is null ? Always : [.. Always, new("Prefer", prefer)];
        var operations = addresses.Select(address => new BatchOperation(HttpMethod.Get, address, headers)).ToList();
        return new WireRequest(HttpMethod.Post, new Uri(baseAddress, "$batch"))
        {
            IsRead = true,
            Headers = [.. OnTheWire, new("Prefer", "odata.continue-on-error")],
            Body = BatchWriter.Write(baseAddress, operations),
            ContentType = BatchWriter.ContentType,
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> ReadHeaders(string? prefer)
    {
        KeyValuePair<string, string> fresh = new("If-None-Match", "null");
        return prefer is null ? [.. OnTheWire, fresh] : [.. OnTheWire, fresh, new("Prefer", prefer)];
    }

    private static EndpointFailure Incomplete() =>
        new(FailureClass.Transient, "batch", "Dataverse answered a batch of reads without an answer to each.");

    private static EndpointFailure ForeignLink(Uri link) =>
        new(FailureClass.Fatal, "link", $"Dataverse answered with a link to another service, {link.Host}; it is not followed.");
}
