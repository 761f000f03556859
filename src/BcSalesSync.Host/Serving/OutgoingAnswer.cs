using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Host.Serving;

// An answer of the sandbox onto the socket; the body goes as it comes.
internal static class OutgoingAnswer
{
    public static async Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        var outgoing = context.Response;
        outgoing.StatusCode = (int)response.StatusCode;
        Copy(response.Headers, outgoing);
        if (HasNoBody(outgoing.StatusCode))
            return;

        // Asking for the length computes it, so that the header is there to be copied.
        _ = response.Content.Headers.ContentLength;
        Copy(response.Content.Headers, outgoing);
        await response.Content.CopyToAsync(outgoing.Body, context.RequestAborted);
    }

    private static bool HasNoBody(int status) => status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified;

    private static void Copy(HttpHeaders from, HttpResponse to)
    {
        foreach (var (name, values) in from.NonValidated)
            to.Headers[name] = values.ToArray();
    }
}
