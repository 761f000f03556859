using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BcSalesSync.Host.Serving;

// A request of the socket in the form a client would have given it, the address exactly as it was sent.
internal static class IncomingRequest
{
    public static HttpRequestMessage Read(HttpContext context)
    {
        var incoming = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), new Uri($"{incoming.Scheme}://{incoming.Host}{target}"));
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            request.Content = new StreamContent(incoming.Body);

        foreach (var (name, values) in incoming.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return request;
    }
}
