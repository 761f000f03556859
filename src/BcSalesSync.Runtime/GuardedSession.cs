using BcSalesSync.Contracts;

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
    public IMappingEditor MappingEditor { get; } = new GuardedMappingEditor(inner.MappingEditor);

    /// <inheritdoc/>
    public IDocumentService Documents { get; } = new GuardedDocumentService(inner.Documents);

    /// <inheritdoc/>
    public IScheduleService Schedule { get; } = new GuardedScheduleService(inner.Schedule);

    /// <inheritdoc/>
    public Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken) => EndpointGuard.Run(inner.GetSetupAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<SetupEffect> PreviewSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PreviewSetupAsync(change, cancellationToken));

    /// <inheritdoc/>
    public Task<SetupEffect> SetSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SetSetupAsync(change, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcTableMapping> InitializeAsync(
        InitializeRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.InitializeAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcTableMapping> GetTableMappingsAsync(string? name, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetTableMappingsAsync(name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcTableMapping> SetTableMappingAsync(TableMappingChange change, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SetTableMappingAsync(change, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFieldMapping> GetFieldMappingsAsync(string? mapping, string? field, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetFieldMappingsAsync(mapping, field, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCouplingMatch>> FindMatchesAsync(
        MatchRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.FindMatchesAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.CoupleAsync(requests, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<CouplingRequest>> CheckCouplingsAsync(
        IReadOnlyList<CouplingRequest> requests, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.CheckCouplingsAsync(requests, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetCouplingsAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(
        CouplingQuery query, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetCouplingsAsync(query, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.UncoupleAsync(couplings, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCouplingRepair> PlanRepairsAsync(CouplingRepairRequest request, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PlanRepairsAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> RepairCouplingsAsync(
        IReadOnlyList<BcCouplingRepair> repairs, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.RepairCouplingsAsync(repairs, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcCoupling>> ImportCouplingsAsync(
        CouplingFile file, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ImportCouplingsAsync(file, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<CouplingRequest>> ReadCouplingFileAsync(CouplingFile file, CancellationToken cancellationToken) =>
        inner.ReadCouplingFileAsync(file, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ExportCouplingsAsync(CouplingFile file, CouplingQuery query, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ExportCouplingsAsync(file, query, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncResult> SyncNowAsync(SyncNowRequest request, ISyncObserver observer,
        CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SyncNowAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcPlannedAction> PlanAsync(SyncNowRequest request, ISyncObserver observer,
        CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PlanAsync(request, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> StartFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.StartFullSyncAsync(request, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFullSyncLine> PreviewFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PreviewFullSyncAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcFullSyncLine> GetFullSyncAsync(string? mapping, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetFullSyncAsync(mapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> WaitFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.WaitFullSyncAsync(observer, cancellationToken));

    /// <inheritdoc/>
    public Task<BcFullSync> StopFullSyncAsync(CancellationToken cancellationToken) => EndpointGuard.Run(inner.StopFullSyncAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<BcFullSync> ResumeFullSyncAsync(TimeSpan? timeBudget, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ResumeFullSyncAsync(timeBudget, cancellationToken));

    /// <inheritdoc/>
    public Task ResetFullSyncAsync(CancellationToken cancellationToken) => inner.ResetFullSyncAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunPartitionAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.RunPartitionAsync(ticket, observer, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> TakeUpFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.TakeUpFullSyncAsync(observer, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncStatus> GetStatusAsync(string? mapping, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetStatusAsync(mapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> GetJobsAsync(JobQuery query, CancellationToken cancellationToken) =>
        inner.GetJobsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncError> GetErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) =>
        inner.GetErrorsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcOverwrittenValue> GetOverwrittenValuesAsync(OverwrittenValueQuery query, CancellationToken cancellationToken) =>
        inner.GetOverwrittenValuesAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<BcClearedJobs> PreviewClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.PreviewClearJobsAsync(clearing, cancellationToken));

    /// <inheritdoc/>
    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ClearJobsAsync(clearing, cancellationToken));

    /// <inheritdoc/>
    public Task<FileInfo> ExportReportAsync(ReportRequest request, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ExportReportAsync(request, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<BcComparison> CompareAsync(
        ComparisonQuery query, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.CompareAsync(query, observer, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCheck> TestAsync(CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.TestAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> ResumeRecordsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ResumeRecordsAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<string> RaiseSandboxEventAsync(
        string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        inner.RaiseSandboxEventAsync(type, arguments, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
