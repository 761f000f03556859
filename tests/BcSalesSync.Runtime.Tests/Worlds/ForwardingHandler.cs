namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Passes requests on to a handler that outlives it, after a look at each.</summary>
internal sealed class ForwardingHandler(HttpMessageHandler inner, Func<HttpRequestMessage, Task>? look = null) : HttpMessageHandler
{
    private readonly HttpMessageInvoker invoker = new(inner, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (look is not null)
            await look(request);
        return await invoker.SendAsync(request, cancellationToken);
    }
}
