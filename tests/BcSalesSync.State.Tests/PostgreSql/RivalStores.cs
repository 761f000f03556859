using System.Collections;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>Several stores on one state.</summary>
internal sealed class RivalStores(IReadOnlyList<IStateStore> stores) : IEnumerable<IStateStore>, IAsyncDisposable
{
    public IEnumerator<IStateStore> GetEnumerator() => stores.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
    }
}
