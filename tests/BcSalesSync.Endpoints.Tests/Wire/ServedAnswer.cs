using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>Requests from the socket to a simulated system, and its answers back.</summary>
internal static class ServedAnswer
{
    /// <summary>The request in the form a client would have given it.</summary>
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

    /// <summary>Status and headers, without the length.</summary>
    public static void WriteHead(HttpResponseMessage answer, HttpResponse outgoing)
    {
        outgoing.StatusCode = (int)answer.StatusCode;
        Copy(answer.Headers, outgoing);
        Copy(answer.Content.Headers, outgoing);
        outgoing.ContentLength = null;
    }

    /// <summary>The whole answer.</summary>
    public static async Task WriteAsync(HttpResponseMessage answer, HttpContext context)
    {
        WriteHead(answer, context.Response);
        if (context.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            await answer.Content.CopyToAsync(context.Response.Body);
    }

    private static void Copy(HttpHeaders from, HttpResponse to)
    {
        foreach (var (name, values) in from.NonValidated)
            to.Headers[name] = values.ToArray();
    }
}
