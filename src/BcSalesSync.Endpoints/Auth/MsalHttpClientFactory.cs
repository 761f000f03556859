using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Lets MSAL send through a handler of the connection's.</summary>
internal sealed class MsalHttpClientFactory(HttpMessageHandler handler) : IMsalHttpClientFactory, IDisposable
{
    private readonly HttpClient client = new(handler, disposeHandler: false);

    /// <inheritdoc/>
    public HttpClient GetHttpClient() => client;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
