using System.Threading.Channels;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Holds requests until a test answers them, and knows how many are held; passes them on where told so.</summary>
/// <param name="inner">Answers requests that are passed on; null when none is.</param>
internal sealed class HoldingHandler(HttpMessageHandler? inner = null) : HttpMessageHandler
{
    private readonly HttpMessageInvoker? service = inner is null ? null : new HttpMessageInvoker(inner, disposeHandler: false);
    private readonly Channel<TaskCompletionSource<HttpResponseMessage>> arrived =
        Channel.CreateUnbounded<TaskCompletionSource<HttpResponseMessage>>();

    private int inside;

    /// <summary>False to pass requests on.</summary>
    public bool Holds { get; set; } = inner is null;

    /// <summary>Requests held now.</summary>
    public int Inside => Volatile.Read(ref inside);

    /// <summary>Answers the request that came first; waits for one to come.</summary>
    public async Task AnswerNextAsync(HttpResponseMessage answer) => (await arrived.Reader.ReadAsync()).SetResult(answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Holds)
            return await service!.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref inside);
        var held = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        arrived.Writer.TryWrite(held);
        var answer = await held.Task;
        Interlocked.Decrement(ref inside);
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            service?.Dispose();
        base.Dispose(disposing);
    }
}
