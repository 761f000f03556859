namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>
/// The end of a process: at a certain write request it stands still for ever, as a killed process does, either before the request reaches the system or once it was carried out
/// and before its answer is seen.
/// </summary>
internal sealed class Doom(int strike, bool applied)
{
    private static readonly string[] Writing = ["POST /", "PATCH /", "\"method\":\"POST\"", "\"method\":\"PATCH\""];
    private readonly TaskCompletionSource fallen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<HttpResponseMessage> never = new();
    private int writes;

    /// <summary>Done when the process is dead.</summary>
    public Task Fallen => fallen.Task;

    /// <summary>A process that lives on.</summary>
    public static Doom Never => new(int.MaxValue, false);

    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        if (fallen.Task.IsCompleted)
            return await never.Task;
        if (!await WritesAsync(request) || Interlocked.Increment(ref writes) != strike)
            return await OutliveAsync(send());
        if (applied)
            (await send()).Dispose();
        fallen.TrySetResult();
        return await never.Task;
    }

    // Reads travel in batches too.
    private static async Task<bool> WritesAsync(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get || !request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
            return request.Method != HttpMethod.Get;
        var body = await request.Content!.ReadAsStringAsync();
        return Writing.Any(mark => body.Contains(mark, StringComparison.Ordinal));
    }

    // An answer that arrives after the end is not seen any more.
    private async Task<HttpResponseMessage> OutliveAsync(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        return fallen.Task.IsCompleted ? await never.Task : response;
    }
}
