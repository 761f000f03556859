using System.Collections.Concurrent;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Collects what arrives within a time. Whatever goes wrong, what has arrived by then is the answer.</summary>
internal static class TimeBox
{
    internal static IReadOnlyList<T> Collect<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var arrived = new BlockingCollection<T>();
        var token = limit.Token;
        _ = Task.Run(() => FillAsync(arrived, source, token), CancellationToken.None);
        var collected = new List<T>();
        try
        {
            foreach (var value in arrived.GetConsumingEnumerable(token))
                collected.Add(value);
        }
        catch (OperationCanceledException)
        {
            return collected;
        }

        return collected;
    }

    private static async Task FillAsync<T>(
        BlockingCollection<T> arrived, Func<CancellationToken, IAsyncEnumerable<T>> source, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in source(cancellationToken).WithCancellation(cancellationToken))
                arrived.Add(value, CancellationToken.None);
        }
        catch (Exception)
        {
            // Nothing more to offer.
        }
        finally
        {
            arrived.CompleteAdding();
        }
    }
}
