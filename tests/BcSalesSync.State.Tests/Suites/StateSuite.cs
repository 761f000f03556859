using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Behaviour that every implementation of the store has. A class per implementation derives from each suite and gives it a home.</summary>
public abstract class StateSuite(IStateHome home) : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;

    private readonly List<IStateStore> opened = [];

    protected IStateStore Store => opened[0];

    public async Task InitializeAsync() => await OpenAnotherAsync();

    public async Task DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();
        await home.DisposeAsync();
    }

    /// <summary>A second store over the same state, disposed with the test.</summary>
    protected async Task<IStateStore> OpenAnotherAsync()
    {
        var store = await home.OpenAsync();
        opened.Add(store);
        return store;
    }

    protected Task SaveAsync(StateChange change) => Store.CommitAsync(change, None);

    protected Task SaveAsync(params CouplingState[] couplings) => SaveAsync(new StateChange { Couplings = couplings, Now = Sample.Now });

    protected Task SaveAsync(params PendingRecord[] pending) => SaveAsync(new StateChange { Pending = pending, Now = Sample.Now });

    protected async Task<List<CouplingState>> ReadAsync(string? mapping, CouplingCondition? condition = null) =>
        await ListAsync(Store.Couplings.ReadAsync(mapping, condition ?? new CouplingCondition(), None));

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
