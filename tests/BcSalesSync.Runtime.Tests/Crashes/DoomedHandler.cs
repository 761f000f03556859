namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>The network of a process that is going to die.</summary>
internal sealed class DoomedHandler(HttpMessageHandler inner, Doom doom) : HttpMessageHandler
{
    private readonly HttpMessageInvoker invoker = new(inner, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        doom.PassAsync(request, () => invoker.SendAsync(request, cancellationToken));
}
