namespace BcSalesSync.Sandbox.Limits;

// The limits of one system towards one identity. Safe for concurrent requests.
internal interface IIdentityLimits
{
    // Null when the request may be worked on; then Leave must follow.
    Task<LimitRefusal?> EnterAsync(int operations, CancellationToken cancellationToken);

    // After the work took so long.
    void Leave(TimeSpan work);

    // The request took so long before it changes anything: the refusal that ends it; null when it may go on.
    LimitRefusal? AtWork(TimeSpan work) => null;

    // The request was carried out so long after it came: what is answered instead; null for its own answer.
    LimitRefusal? AtAnswer(TimeSpan sinceArrival) => null;

    // Tells in an answer how much is left.
    void Mark(HttpResponseMessage response)
    {
    }
}
