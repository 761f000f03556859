using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Where the state of one test lives; each implementation of the store brings its own.</summary>
public interface IStateHome : IAsyncDisposable
{
    /// <summary>Opens the state, as another process would; the caller disposes what it opened.</summary>
    Task<IStateStore> OpenAsync();
}
