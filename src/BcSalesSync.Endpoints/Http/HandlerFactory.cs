using System.Net;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Makes the handler that talks to the network: compressed answers, no cookies, no redirects.</summary>
public static class HandlerFactory
{
    /// <summary>A new handler; the caller disposes it after the endpoints that use it.</summary>
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };
}
