namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Never answers.</summary>
internal sealed class HangingHandler : HttpMessageHandler
{
    private int count;

    public int Count => count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count);
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("The wait ended without being cancelled.");
    }
}
