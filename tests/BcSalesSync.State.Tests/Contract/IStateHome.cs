using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

/// <summary>A place for one state, as long as a test takes. Each implementation of the store has one, and passes the same tests.</summary>
public interface IStateHome : IAsyncDisposable
{
    /// <summary>Opens one more store on the same state, as another process would.</summary>
    Task<IStateStore> OpenAsync();

    /// <summary>Lets time pass, as claims count it.</summary>
    Task PassAsync(TimeSpan time);
}
