namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Passes requests on to a handler that outlives it.</summary>
internal sealed class ForwardingHandler(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker invoker = new(inner, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        invoker.SendAsync(request, cancellationToken);
}
