using System.Net;
using System.Text;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Answers requests from a script and keeps what was sent.</summary>
internal sealed class ScriptedHandler(Func<SentRequest, HttpResponseMessage> script) : HttpMessageHandler
{
    private readonly List<SentRequest> sent = [];

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (sent)
                return [.. sent];
        }
    }

    public static ScriptedHandler InOrder(params Func<SentRequest, HttpResponseMessage>[] answers)
    {
        var next = -1;
        return new ScriptedHandler(request => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](request));
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(int status, string? retryAfter = null, string body = "")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var kept = await SentRequest.ReadAsync(request, cancellationToken);
        lock (sent)
            sent.Add(kept);
        return script(kept);
    }
}
