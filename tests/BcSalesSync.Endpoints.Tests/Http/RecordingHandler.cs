namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Keeps what goes through to another handler.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker next = new(inner, disposeHandler: false);

    public List<SentRequest> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(await SentRequest.ReadAsync(request, cancellationToken));
        return await next.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            next.Dispose();
        base.Dispose(disposing);
    }
}
