namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Holds requests that fit a condition until they are let go, so that a test can look at a run half-way.</summary>
internal sealed class RequestWatch
{
    private volatile Hold? hold;

    /// <summary>Holds every request that fits from now on; the returned hold tells when the first one has come.</summary>
    public Hold HoldWhen(Func<HttpRequestMessage, bool> fits) => hold = new Hold(fits);

    /// <summary>Holds writes to a set of Sales, such as accounts.</summary>
    public Hold HoldSalesWrites(string set) => HoldWhen(request =>
        request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains($"/sales/api/data/v9.2/{set}", StringComparison.Ordinal));

    /// <summary>Holds what is not a plain read.</summary>
    public Hold HoldWrites() => HoldWhen(request => request.Method != HttpMethod.Get);

    public async Task PassAsync(HttpRequestMessage request)
    {
        if (hold is { } active)
            await active.PassAsync(request);
    }

    /// <summary>A hold on requests.</summary>
    internal sealed class Hold(Func<HttpRequestMessage, bool> fits)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Done when a request is being held.</summary>
        public Task Reached => reached.Task;

        /// <summary>Lets held and later requests pass.</summary>
        public void Release() => open.TrySetResult();

        public async Task PassAsync(HttpRequestMessage request)
        {
            if (!fits(request))
                return;
            reached.TrySetResult();
            await open.Task;
        }
    }
}
