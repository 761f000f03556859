using System.Globalization;
using System.Net;
using System.Text;

namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>Stands in for Dataverse with answers given by the test; takes batches apart and keeps every call.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    public const string Base = "https://adatum.crm4.dynamics.com/api/data/v9.2";
    private readonly List<(Func<Call, bool> Matches, Func<Call, Reply?> Answer)> rules = [];

    /// <summary>Requests on the wire, without those about metadata.</summary>
    public List<Call> Requests { get; } = [];

    /// <summary>Requests about metadata.</summary>
    public List<Call> MetadataRequests { get; } = [];

    /// <summary>Operations, those inside batches taken apart; without metadata.</summary>
    public List<Call> Operations { get; } = [];

    /// <summary>Answers calls of a method whose address starts as given: the answers in turn, the last one for good.</summary>
    public ScriptedService On(string method, string address, params Reply[] replies)
    {
        var next = 0;
        return On(
            call => call.Method == method && call.Address.StartsWith(address, StringComparison.Ordinal),
            _ => replies[Math.Min(next++, replies.Length - 1)]);
    }

    /// <summary>Answers calls that match; later rules win, and an answer of null passes the call on.</summary>
    public ScriptedService On(Func<Call, bool> matches, Func<Call, Reply?> answer)
    {
        rules.Insert(0, (matches, answer));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(pair => pair.Key, pair => string.Join(",", pair.Value), StringComparer.OrdinalIgnoreCase);
        var call = new Call(request.Method.Method, Relative(request.RequestUri!.AbsoluteUri), headers, body, InBatch: false);
        var reply = Dispatch(call);
        if (reply.Error is { } error)
            throw error;
        return ToMessage(reply);
    }

    private static HttpResponseMessage ToMessage(Reply reply)
    {
        var message = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = new StringContent(reply.Body) };
        message.Content.Headers.Remove("Content-Type");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", reply.ContentType);
        if (reply.RetryAfter is not null)
            message.Headers.TryAddWithoutValidation("Retry-After", reply.RetryAfter);
        return message;
    }

    private Reply Dispatch(Call call)
    {
        var scripted = Find(call);
        if (call.Address != "$batch" || scripted is not null)
        {
            Keep(Requests, call);
            Keep(Operations, call);
            return scripted ?? Reply.Failed(404, "0x80060888", $"Resource not found for the segment '{call.Address}'.");
        }

        var inner = BatchText.Parse(call.Body, Relative);
        Keep(Requests, inner.TrueForAll(IsMetadata) ? inner[0] : call);
        inner.ForEach(operation => Keep(Operations, operation));
        var text = new StringBuilder();
        foreach (var operation in inner)
        {
            var reply = Find(operation) ?? Reply.Failed(404, "0x80060888", $"Resource not found for '{operation.Address}'.");
            if (reply.Error is not null)
                return reply;
            text.Append("--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Whatever\r\nOData-Version: 4.0\r\n")
                .Append(reply.RetryAfter is null ? string.Empty : $"Retry-After: {reply.RetryAfter}\r\n")
                .Append(CultureInfo.InvariantCulture, $"\r\n{reply.Body}\r\n");
        }

        return new Reply(200, text.Append("--batchresponse_1--\r\n").ToString())
        {
            ContentType = "multipart/mixed; boundary=batchresponse_1",
        };
    }

    private Reply? Find(Call call) =>
        rules.Where(rule => rule.Matches(call)).Select(rule => rule.Answer(call)).FirstOrDefault(reply => reply is not null);

    private void Keep(List<Call> calls, Call call)
    {
        lock (rules)
        {
            if (!IsMetadata(call))
                calls.Add(call);
            else if (calls == Requests)
                MetadataRequests.Add(call);
        }
    }

    private static bool IsMetadata(Call call) =>
        call.Address.StartsWith("EntityDefinitions", StringComparison.Ordinal)
        || call.Address.StartsWith("sdkmessage", StringComparison.Ordinal);

    private static string Relative(string address)
    {
        var path = address.StartsWith("https", StringComparison.Ordinal) ? address[Base.Length..] : address["/api/data/v9.2".Length..];
        return Uri.UnescapeDataString(path.TrimStart('/'));
    }
}
