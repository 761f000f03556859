using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Runtime;

/// <summary>
/// Sees to it that a system that does not answer reaches shells as a <see cref="SyncException"/> with a next step, whichever command
/// met it.
/// </summary>
internal sealed class GuardedSession(ISyncSession inner) : ISyncSession
{
    /// <inheritdoc/>
    public BcConnection Connection => inner.Connection;

    /// <inheritdoc/>
    public Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken) => Guard(inner.GetSetupAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<SetupEffect> PreviewSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        Guard(inner.PreviewSetupAsync(change, cancellationToken));

    /// <inheritdoc/>
    public Task<SetupEffect> SetSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        Guard(inner.SetSetupAsync(change, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcTableMapping> InitializeAsync(
        InitializeRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        Guard(inner.InitializeAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcTableMapping> GetTableMappingsAsync(string? name, CancellationToken cancellationToken) =>
        Guard(inner.GetTableMappingsAsync(name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcTableMapping> SetTableMappingAsync(TableMappingChange change, CancellationToken cancellationToken) =>
        Guard(inner.SetTableMappingAsync(change, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFieldMapping> GetFieldMappingsAsync(string? mapping, string? field, CancellationToken cancellationToken) =>
        Guard(inner.GetFieldMappingsAsync(mapping, field, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, ISyncObserver observer, CancellationToken cancellationToken) =>
        Guard(inner.CoupleAsync(requests, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        Guard(inner.GetCouplingsAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, ISyncObserver observer, CancellationToken cancellationToken) =>
        Guard(inner.UncoupleAsync(couplings, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> ImportCouplingsAsync(
        CouplingFile file, ISyncObserver observer, CancellationToken cancellationToken) =>
        Guard(inner.ImportCouplingsAsync(file, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<CouplingRequest>> ReadCouplingFileAsync(CouplingFile file, CancellationToken cancellationToken) =>
        inner.ReadCouplingFileAsync(file, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ExportCouplingsAsync(CouplingFile file, CouplingQuery query, CancellationToken cancellationToken) =>
        Guard(inner.ExportCouplingsAsync(file, query, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncResult> SyncNowAsync(SyncNowRequest request, ISyncObserver observer,
        CancellationToken cancellationToken) =>
        Guard(inner.SyncNowAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcPlannedAction> PlanAsync(SyncNowRequest request, ISyncObserver observer,
        CancellationToken cancellationToken) =>
        Guard(inner.PlanAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> StartFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        Guard(inner.StartFullSyncAsync(request, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFullSyncLine> PreviewFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        Guard(inner.PreviewFullSyncAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFullSyncLine> GetFullSyncAsync(string? mapping, CancellationToken cancellationToken) =>
        Guard(inner.GetFullSyncAsync(mapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> WaitFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        Guard(inner.WaitFullSyncAsync(observer, cancellationToken));

    /// <inheritdoc/>
    public Task<BcFullSync> StopFullSyncAsync(CancellationToken cancellationToken) => Guard(inner.StopFullSyncAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<BcFullSync> ResumeFullSyncAsync(TimeSpan? timeBudget, CancellationToken cancellationToken) =>
        Guard(inner.ResumeFullSyncAsync(timeBudget, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncStatus> GetStatusAsync(string? mapping, CancellationToken cancellationToken) =>
        Guard(inner.GetStatusAsync(mapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> GetJobsAsync(JobQuery query, CancellationToken cancellationToken) =>
        inner.GetJobsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncError> GetErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) =>
        inner.GetErrorsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> ResumeRecordsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        Guard(inner.ResumeRecordsAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<string> RaiseSandboxEventAsync(
        string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        inner.RaiseSandboxEventAsync(type, arguments, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async Task<T> Guard<T>(Task<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            throw EndpointErrors.ToException(problem);
        }
    }

    private static async IAsyncEnumerable<T> Guard<T>(IAsyncEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (await Guard(enumerator.MoveNextAsync().AsTask()).ConfigureAwait(false))
            yield return enumerator.Current;
    }
}
