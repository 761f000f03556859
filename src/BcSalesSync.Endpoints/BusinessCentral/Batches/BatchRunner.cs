using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>
/// Sends one $batch of independent requests and settles each by its own answer. Requests that the service put off (429, 503) and, once,
/// requests that have no answer are sent again, those alone.
/// </summary>
internal sealed class BatchRunner(BcApi api)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs the requests.</summary>
    /// <param name="root">Base address of the API.</param>
    /// <param name="operations">At most as many as a batch may hold.</param>
    /// <param name="isRead">True when all of them only read.</param>
    /// <param name="settle">Called once for every request that got an answer, while its body is valid.</param>
    /// <param name="cancellationToken">Ends waits; a batch of writes under way is let finish.</param>
    /// <returns>Requests that were not executed, with the reason.</returns>
    /// <exception cref="AnswerLostException">Writes were sent and the answer is lost: everything not settled is unknown.</exception>
    public async Task<IReadOnlyDictionary<int, EndpointFailure>> RunAsync(
        Uri root, IReadOnlyList<BatchOperation> operations, bool isRead, Action<BatchEntry> settle, CancellationToken cancellationToken)
    {
        var notExecuted = new Dictionary<int, EndpointFailure>();
        var pending = Enumerable.Range(0, operations.Count).ToList();
        var absentOnce = new HashSet<int>();
        for (var round = 0; pending.Count > 0; round++)
        {
            var postponed = new Dictionary<int, EndpointFailure>();
            var missing = pending.ToHashSet();
            var tooMany = false;
            using (var response = await SendAsync(root, operations, pending, isRead, cancellationToken))
            {
                foreach (var entry in ReadEntries(response, isRead))
                {
                    if (!missing.Remove(entry.Index))
                        continue;
                    tooMany |= entry.Status == 429;
                    if (entry.Status is 429 or 503)
                        postponed[entry.Index] = FailureOf(entry);
                    else
                        settle(entry);
                }

                if (tooMany)
                    api.Client.Narrow(response.Pass);
            }

            foreach (var index in missing)
            {
                if (absentOnce.Add(index))
                    postponed[index] = Skipped;
                else
                    notExecuted[index] = Skipped;
            }

            if (postponed.Count > 0 && round + 1 >= api.Client.Settings.MaxAttempts)
            {
                foreach (var (index, failure) in postponed)
                    notExecuted[index] = failure;
                break;
            }

            pending = [.. postponed.Keys.Order()];
            await WaitAsync(postponed.Values, round, cancellationToken);
        }

        return notExecuted;
    }

    public EndpointFailure FailureOf(BatchEntry entry) => FailureReader.Read(
        BcFailureRules.Rules,
        entry.Status,
        entry.Body.Span,
        null,
        RetryAfter.Parse(entry.RetryAfter, api.Client.Settings.Time.GetUtcNow()));

    private static EndpointFailure Skipped { get; } =
        new(FailureClass.Transient, "NotExecuted", "Business Central answered the batch but did not execute this request.");

    private async Task<WireResponse> SendAsync(
        Uri root, IReadOnlyList<BatchOperation> operations, IReadOnlyList<int> pending, bool isRead, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests"u8);
            foreach (var index in pending)
                operations[index].Write(json, index);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        var request = new WireRequest(HttpMethod.Post, new Uri(root, "$batch"))
        {
            IsRead = isRead,
            Headers = [new("Accept", "application/json"), new("Accept-Language", "en-US"), new("Prefer", "odata.continue-on-error")],
            Body = buffer.WrittenMemory,
        };
        return await api.Client.SendOrThrowAsync(request, cancellationToken);
    }

    private static IReadOnlyList<BatchEntry> ReadEntries(WireResponse response, bool isRead)
    {
        try
        {
            return BatchAnswerReader.Read(response.Body);
        }
        catch (Exception error) when (BcApi.IsUnreadable(error))
        {
            var unreadable = BcApi.Unreadable(error);
            throw isRead ? unreadable : new AnswerLostException(SystemSide.BusinessCentral, unreadable.Failure, error);
        }
    }

    private async Task WaitAsync(IReadOnlyCollection<EndpointFailure> postponed, int round, CancellationToken cancellationToken)
    {
        var asked = postponed.Max(failure => failure.RetryAfter);
        if (asked is { } pause)
            api.Client.CloseFor(pause < api.Client.Settings.MaxRetryAfter ? pause : api.Client.Settings.MaxRetryAfter);
        else if (postponed.Any(failure => failure != Skipped))
            await Task.Delay(api.Client.Backoff.Next(round), api.Client.Settings.Time, cancellationToken);
    }
}
