namespace BcSalesSync.Endpoints.Http;

/// <summary>A queue in which those who want something take turns, however much each of them wants. Not safe for parallel use.</summary>
internal sealed class TurnQueue<T>
{
    private readonly Dictionary<object, Queue<T>> lines = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> turns = new();

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>All who wait.</summary>
    public IEnumerable<T> All => lines.Values.SelectMany(line => line);

    /// <summary>Puts something at the end of a caller's line.</summary>
    public void Add(object caller, T item)
    {
        if (!lines.TryGetValue(caller, out var line))
        {
            lines[caller] = line = new Queue<T>();
            turns.Enqueue(caller);
        }

        line.Enqueue(item);
        Count++;
    }

    /// <summary>The next one; false when nobody waits.</summary>
    public bool TryPeek(out T next)
    {
        var any = turns.TryPeek(out var caller);
        next = any ? lines[caller!].Peek() : default!;
        return any;
    }

    /// <summary>Takes the next one out; its caller's turn comes again after all others.</summary>
    public void Take()
    {
        var caller = turns.Dequeue();
        var line = lines[caller];
        line.Dequeue();
        Count--;
        if (line.Count > 0)
            turns.Enqueue(caller);
        else
            lines.Remove(caller);
    }
}
