namespace BcSalesSync.Sandbox.Control;

// Counts every request to the two systems.
internal sealed class RequestLog
{
    private readonly object _gate = new();
    private readonly Dictionary<(string System, string Method, string Set), (int Requests, int Operations)> _counts = [];
    private readonly Dictionary<string, int> _rejected = new(StringComparer.Ordinal);

    // One HTTP call. A batch is a request without an operation of its own.
    public void Request(string system, string method, string set) => Add((system, method, set), 1, set == "$batch" ? 0 : 1);

    // One member of a batch.
    public void Operation(string system, string method, string set) => Add((system, method, set), 0, 1);

    // A request that a limit refused.
    public void Rejection(string system)
    {
        lock (_gate)
        {
            _rejected[system] = _rejected.GetValueOrDefault(system) + 1;
        }
    }

    // Refused requests by system; systems that refused none are missing.
    public IReadOnlyDictionary<string, int> Rejected()
    {
        lock (_gate)
        {
            return new SortedDictionary<string, int>(_rejected, StringComparer.Ordinal);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rejected.Clear();
            _counts.Clear();
        }
    }

    public IReadOnlyList<RequestCount> Counts()
    {
        lock (_gate)
        {
            return [.. _counts
                .Select(entry => new RequestCount(entry.Key.System, entry.Key.Method, entry.Key.Set, entry.Value.Requests,
                    entry.Value.Operations))
                .OrderBy(count => (count.System, count.Set, count.Method))];
        }
    }

    private void Add((string System, string Method, string Set) key, int requests, int operations)
    {
        lock (_gate)
        {
            var (knownRequests, knownOperations) = _counts.GetValueOrDefault(key);
            _counts[key] = (knownRequests + requests, knownOperations + operations);
        }
    }
}
