using System.Collections;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

/// <summary>Couplings that cancel the work when the last of them has been taken for the first time.</summary>
internal sealed class StoppingList(IEnumerable<CouplingState> couplings, CancellationTokenSource stop) : IReadOnlyList<CouplingState>
{
    private readonly List<CouplingState> items = [.. couplings];

    public int Count => items.Count;

    public CouplingState this[int index] => items[index];

    public IEnumerator<CouplingState> GetEnumerator()
    {
        foreach (var item in items)
            yield return item;
        stop.Cancel();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
