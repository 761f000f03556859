namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Holds requests that fit a condition until they are let go, so that a test can look at a run half-way.</summary>
internal sealed class RequestWatch
{
    private volatile Hold? hold;

    /// <summary>Holds every request that fits from now on; the returned hold tells when the first one has come.</summary>
    public Hold HoldWhen(Func<HttpRequestMessage, Task<bool>> fits) => hold = new Hold(fits);

    /// <summary>Holds writes to a set of Sales, such as accounts, alone or within a batch.</summary>
    public Hold HoldSalesWrites(string set) => HoldWhen(async request =>
    {
        var path = request.RequestUri!.AbsolutePath;
        if (request.Method == HttpMethod.Get || !path.Contains("/sales/api/data/", StringComparison.Ordinal))
            return false;
        if (!path.EndsWith("/$batch", StringComparison.Ordinal))
            return path.Contains($"/{set}", StringComparison.Ordinal);
        var lines = (await request.Content!.ReadAsStringAsync()).Split('\n');
        return lines.Any(line => line.Contains($"/{set}", StringComparison.Ordinal) && (line.StartsWith("POST ", StringComparison.Ordinal)
            || line.StartsWith("PATCH ", StringComparison.Ordinal)));
    });

    /// <summary>Holds deletions in either system, alone or within a batch.</summary>
    public Hold HoldDeletions() => HoldWhen(async request => request.Method == HttpMethod.Delete
        || (request.Method == HttpMethod.Post && (await request.Content!.ReadAsStringAsync()).Contains("DELETE", StringComparison.Ordinal)));

    /// <summary>Holds what is not a plain read.</summary>
    public Hold HoldWrites() => HoldWhen(request => Task.FromResult(request.Method != HttpMethod.Get));

    public async Task PassAsync(HttpRequestMessage request)
    {
        if (hold is { } active)
            await active.PassAsync(request);
    }

    /// <summary>Lets go whatever is still held, so that a test that fails half-way ends.</summary>
    public void Release() => hold?.Release();

    /// <summary>A hold on requests.</summary>
    internal sealed class Hold(Func<HttpRequestMessage, Task<bool>> fits)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Done when a request is being held; fails instead of waiting for ever.</summary>
        public Task Reached => reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        /// <summary>Lets held and later requests pass.</summary>
        public void Release() => open.TrySetResult();

        public async Task PassAsync(HttpRequestMessage request)
        {
            if (!await fits(request))
                return;
            reached.TrySetResult();
            await open.Task;
        }
    }
}
