using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>Sends $batch envelopes, reads their answers and waits where the service put requests off.</summary>
internal sealed class BatchLine(BcApi api)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How often requests the service puts off are sent at most.</summary>
    public int MaxAttempts => api.Client.Settings.MaxAttempts;

    /// <summary>Sends some of the requests in one envelope; the answer may be a refusal.</summary>
    /// <param name="root">Base address of the API.</param>
    /// <param name="operations">The requests.</param>
    /// <param name="chosen">Positions of those that are sent.</param>
    /// <param name="mode">Header that says how they belong together.</param>
    /// <param name="isRead">True when all of them only read.</param>
    /// <param name="cancellationToken">Ends waits; an envelope of writes under way is let finish.</param>
    public async Task<WireResponse> SendAsync(
        Uri root,
        IReadOnlyList<BatchOperation> operations,
        IEnumerable<int> chosen,
        KeyValuePair<string, string> mode,
        bool isRead,
        CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var isGuarded = true;
        var members = 0;
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests"u8);
            foreach (var index in chosen)
            {
                isGuarded &= operations[index].IsGuarded;
                operations[index].Write(json, index);
                members++;
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var request = new WireRequest(HttpMethod.Post, new Uri(root, "$batch"))
        {
            IsRead = isRead,
            IsGuarded = isGuarded,

            // How the service counts the members is not documented, so each is taken to count (spec/wire-bc.md 3.4).
            Weight = Math.Max(1, members),
            Headers = [new("Accept", "application/json"), new("Accept-Language", "en-US"), mode],
            Body = buffer.WrittenMemory,
        };
        return await api.Client.SendAsync(request, cancellationToken);
    }

    /// <summary>The entries of an answer.</summary>
    /// <exception cref="AnswerLostException">The envelope wrote, and its answer cannot be read.</exception>
    /// <exception cref="EndpointException">The envelope only read, and its answer cannot be read.</exception>
    public static IReadOnlyList<BatchEntry> ReadEntries(WireResponse response, bool isRead)
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

    /// <summary>True when the same request may succeed a little later, because nothing was done.</summary>
    public bool IsPutOff(BatchEntry entry, bool isRead) => !entry.Succeeded
        && (entry.IsPutOff || (isRead && entry.Status is 408 or 500 or 502 or 504) || api.Client.Passes(FailureOf(entry)));

    /// <summary>Gets a new token, after entries of an answer refused the one their envelope was sent with.</summary>
    public Task RenewTokenAsync(CancellationToken cancellationToken) => api.Client.RenewTokenAsync(cancellationToken);

    /// <summary>The classed failure of an entry.</summary>
    public EndpointFailure FailureOf(BatchEntry entry) => FailureReader.Read(
        api.Client.Rules,
        entry.Status,
        entry.Body.Span,
        null,
        RetryAfter.Parse(entry.RetryAfter, api.Client.Settings.Time.GetUtcNow()));

    /// <summary>Waits before requests are sent again, or holds back everybody for as long as the service asked.</summary>
    /// <param name="asked">How long the service asked to be left alone; null when it did not.</param>
    /// <param name="round">How many rounds went before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task PauseAsync(TimeSpan? asked, int round, CancellationToken cancellationToken)
    {
        if (asked is { } pause)
            api.Client.CloseFor(pause);
        else
            await Task.Delay(api.Client.Backoff.Next(round), api.Client.Settings.Time, cancellationToken);
    }
}
