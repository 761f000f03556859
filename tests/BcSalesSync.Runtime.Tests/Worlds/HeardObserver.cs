using System.Collections.Concurrent;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Remembers everything it hears.</summary>
internal sealed class HeardObserver : ISyncObserver
{
    public ConcurrentQueue<string> Warnings { get; } = [];

    public ConcurrentQueue<string> Decisions { get; } = [];

    public ConcurrentQueue<BcProgress> Bars { get; } = [];

    public void Verbose(string message) => Decisions.Enqueue(message);

    public void Debug(string message)
    {
    }

    public void Warning(string message) => Warnings.Enqueue(message);

    public void Progress(BcProgress progress) => Bars.Enqueue(progress);
}
