namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>The network of a process that is going to die.</summary>
internal sealed class DoomedHandler(HttpMessageHandler inner, Doom doom) : HttpMessageHandler
{
    private static readonly string[] Writing = ["POST /", "PATCH /", "\"method\":\"POST\"", "\"method\":\"PATCH\""];
    private readonly HttpMessageInvoker invoker = new(inner, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => await doom.StepAsync(
        await WritesAsync(request) ? DoomedStep.Write : DoomedStep.Read, () => invoker.SendAsync(request, cancellationToken));

    // Reads travel in batches too.
    private static async Task<bool> WritesAsync(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get || !request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
            return request.Method != HttpMethod.Get;
        var body = await request.Content!.ReadAsStringAsync();
        return Writing.Any(mark => body.Contains(mark, StringComparison.Ordinal));
    }
}
