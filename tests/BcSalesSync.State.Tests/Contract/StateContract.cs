using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

public abstract class StateContract(IStateHome home) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>How long claims are taken for.</summary>
    protected static readonly TimeSpan Term = TimeSpan.FromMinutes(2);

    protected static CancellationToken None => CancellationToken.None;

    protected IStateHome Home => home;

    protected IStateStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await home.OpenAsync();

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await home.DisposeAsync();
    }

    protected static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    protected static CouplingState Coupling(
        int number, int? sales = null, string mapping = "CUSTOMER", string family = "customers|account") => new()
    {
        Mapping = mapping,
        Family = family,
        BcId = Id(number),
        SalesId = Id((sales ?? number) + 1_000_000),
        BcNo = $"C{number:00000}",
        BcName = $"Customer {number}",
        SalesName = $"Account {number}",
    };

    protected static PendingRecord Pending(
        int source, DateTimeOffset? due, string mapping = "CUSTOMER", SyncDirection direction = SyncDirection.ToSales) => new()
    {
        Mapping = mapping,
        Direction = direction,
        SourceId = Id(source),
        NextTry = due,
    };

    protected Task SaveAsync(params CouplingState[] couplings) =>
        Store.CommitAsync(new StateChange { Couplings = couplings, Now = Now }, None);

    protected Task SaveAsync(params PendingRecord[] pending) =>
        Store.CommitAsync(new StateChange { Pending = pending, Now = Now }, None);

    protected async Task<List<CouplingState>> ReadAsync(string? mapping, CouplingCondition condition)
    {
        var found = new List<CouplingState>();
        await foreach (var coupling in Store.Couplings.ReadAsync(mapping, condition, None))
            found.Add(coupling);
        return found;
    }

    protected Task<List<CouplingState>> AllAsync() => ReadAsync(null, new CouplingCondition());
}
