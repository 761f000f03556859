using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>What networks, gateways and overloaded services do to requests.</summary>
internal static class Mishaps
{
    /// <summary>The connection ends before the request is looked at.</summary>
    public static Mishap CutBefore { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>The request is carried out, and the connection ends before the answer.</summary>
    public static Mishap CutAfter { get; } = async (context, work) =>
    {
        using var done = await work();
        context.Abort();
    };

    /// <summary>The request is carried out, and the connection ends in the middle of the answer.</summary>
    public static Mishap CutMidway { get; } = async (context, work) =>
    {
        using var done = await work();
        var body = await done.Content.ReadAsByteArrayAsync();
        ServedAnswer.WriteHead(done, context.Response);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>The answer arrives as a whole, but its content breaks off.</summary>
    public static Mishap BreaksOff { get; } = async (context, work) =>
    {
        using var done = await work();
        var body = await done.Content.ReadAsByteArrayAsync();
        ServedAnswer.WriteHead(done, context.Response);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length * 2 / 3));
    };

    /// <summary>The answer arrives compressed.</summary>
    public static Mishap Compressed { get; } = async (context, work) =>
    {
        using var done = await work();
        Assert.Contains("gzip", context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
        ServedAnswer.WriteHead(done, context.Response);
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await done.Content.CopyToAsync(packed);
    };

    /// <summary>The request is carried out and answered, as a gateway sees it that gave up waiting.</summary>
    public static Mishap GivenUpAfterwards(int status) => async (context, work) =>
    {
        using var done = await work();
        context.Response.StatusCode = status;
        await context.Response.WriteAsync("<html><body>The gateway gave up.</body></html>");
    };

    /// <summary>Nothing is carried out, and something else answers.</summary>
    public static Mishap Answers(int status, string body = "", string? retryAfter = null, string? date = null) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (date is not null)
            context.Response.Headers.Date = date;
        await context.Response.WriteAsync(body);
    };

    /// <summary>No answer comes until the client gives up.</summary>
    public static Mishap Stalls(TaskCompletionSource arrived) => async (context, _) =>
    {
        arrived.TrySetResult();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    /// <summary>The system answers, with its clock elsewhere.</summary>
    public static Mishap Dated(string date) => async (context, work) =>
    {
        using var done = await work();
        ServedAnswer.WriteHead(done, context.Response);
        context.Response.Headers.Date = date;
        await done.Content.CopyToAsync(context.Response.Body);
    };

    /// <summary>The system works as if a header had not been sent.</summary>
    public static Mishap Deaf(string header) => async (context, work) =>
    {
        context.Request.Headers.Remove(header);
        using var done = await work();
        await ServedAnswer.WriteAsync(done, context);
    };

    /// <summary>Nothing happens, but somebody looks.</summary>
    public static Mishap Watched(Action<HttpRequest> look) => async (context, work) =>
    {
        look(context.Request);
        using var done = await work();
        await ServedAnswer.WriteAsync(done, context);
    };
}
