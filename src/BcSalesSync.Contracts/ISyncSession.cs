namespace BcSalesSync.Contracts;

/// <summary>
/// The one door through which shells reach the engine. Sequences are lazy: work happens while they are enumerated, and results appear as
/// soon as they exist. Every member throws <see cref="SyncException"/> when the command cannot start or go on.
/// </summary>
public interface ISyncSession : IAsyncDisposable
{
    /// <summary>The connection the session works on.</summary>
    BcConnection Connection { get; }

    /// <summary>Everything about documents.</summary>
    IDocumentService Documents { get; }

    /// <summary>What runs by itself.</summary>
    IScheduleService Schedule { get; }

    /// <summary>The switches that shape the mappings.</summary>
    Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken);

    /// <summary>What <see cref="SetSetupAsync"/> would do. Writes nothing anywhere.</summary>
    Task<SetupEffect> PreviewSetupAsync(SetupChange change, CancellationToken cancellationToken);

    /// <summary>Changes switches; mappings that no longer belong go, and those that now do come.</summary>
    Task<SetupEffect> SetSetupAsync(SetupChange change, CancellationToken cancellationToken);

    /// <summary>Creates default mappings (spec/mappings.md) and emits them.</summary>
    IAsyncEnumerable<BcTableMapping> InitializeAsync(InitializeRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Table mappings by name or wildcard; null for all, in dependency order.</summary>
    IAsyncEnumerable<BcTableMapping> GetTableMappingsAsync(string? name, CancellationToken cancellationToken);

    /// <summary>Makes mappings the admin's own.</summary>
    IMappingEditor MappingEditor { get; }

    /// <summary>Changes a table mapping.</summary>
    Task<BcTableMapping> SetTableMappingAsync(TableMappingChange change, CancellationToken cancellationToken);

    /// <summary>Field mappings of the named mappings; <paramref name="field"/> narrows by either side's name, wildcards allowed.</summary>
    IAsyncEnumerable<BcFieldMapping> GetFieldMappingsAsync(string? mapping, string? field, CancellationToken cancellationToken);

    /// <summary>
    /// Proposes which records of both sides belong together (spec/engine.md 1.6). Reads both tables once; writes nothing anywhere.
    /// </summary>
    IAsyncEnumerable<Outcome<BcCouplingMatch>> FindMatchesAsync(
        MatchRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Couples records, resolving names in batches; each request yields one outcome, in order.</summary>
    IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>
    /// Looks which existing records <see cref="CoupleAsync"/> would refuse to couple; each request yields one outcome, in order. What is to be
    /// created or synchronised is not looked at. Writes nothing anywhere.
    /// </summary>
    IAsyncEnumerable<Outcome<CouplingRequest>> CheckCouplingsAsync(
        IReadOnlyList<CouplingRequest> requests, CancellationToken cancellationToken);

    /// <summary>Couplings that fit the query.</summary>
    IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, CancellationToken cancellationToken);

    /// <summary>Couplings that fit the query; tells where a system could not be asked about them.</summary>
    IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Removes couplings and emits what was removed; asking for one that is not there is no error (spec/engine.md 1.5).</summary>
    IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>
    /// Finds couplings whose record is gone on one side or both, and what would be done with each. Writes nothing anywhere.
    /// </summary>
    IAsyncEnumerable<BcCouplingRepair> PlanRepairsAsync(CouplingRepairRequest request, CancellationToken cancellationToken);

    /// <summary>Repairs couplings as planned, after another look at their records; emits what was removed or restored.</summary>
    IAsyncEnumerable<Outcome<BcCoupling>> RepairCouplingsAsync(
        IReadOnlyList<BcCouplingRepair> repairs, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Couples the rows of a CSV file; a bad row is one error that names file, line and column.</summary>
    IAsyncEnumerable<Outcome<BcCoupling>> ImportCouplingsAsync(
        CouplingFile file, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Reads a CSV file of couplings and checks each row without coupling anything.</summary>
    IAsyncEnumerable<Outcome<CouplingRequest>> ReadCouplingFileAsync(CouplingFile file, CancellationToken cancellationToken);

    /// <summary>Writes couplings to a CSV file and returns how many.</summary>
    Task<int> ExportCouplingsAsync(CouplingFile file, CouplingQuery query, CancellationToken cancellationToken);

    /// <summary>Synchronises at once.</summary>
    IAsyncEnumerable<BcSyncResult> SyncNowAsync(SyncNowRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>What <see cref="SyncNowAsync"/>, or a full synchronisation, would do. Writes nothing anywhere.</summary>
    IAsyncEnumerable<BcPlannedAction> PlanAsync(SyncNowRequest request, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Starts a full synchronisation in the background and returns at once.</summary>
    Task<BcFullSync> StartFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken);

    /// <summary>The lines that a full synchronisation would begin with. Writes nothing anywhere.</summary>
    IAsyncEnumerable<BcFullSyncLine> PreviewFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken);

    /// <summary>The review: recommendations before the start, progress during the run, results afterwards, from any process.</summary>
    IAsyncEnumerable<BcFullSyncLine> GetFullSyncAsync(string? mapping, CancellationToken cancellationToken);

    /// <summary>Waits for the end of the current full synchronisation, reporting progress, and returns it.</summary>
    Task<BcFullSync> WaitFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Asks the current full synchronisation, in whichever process it runs, to stop at its next checkpoint.</summary>
    Task<BcFullSync> StopFullSyncAsync(CancellationToken cancellationToken);

    /// <summary>Goes on with a stopped or interrupted full synchronisation from its checkpoint.</summary>
    Task<BcFullSync> ResumeFullSyncAsync(TimeSpan? timeBudget, CancellationToken cancellationToken);

    /// <summary>Puts the review back to not started; refused while a full synchronisation is under way in any process.</summary>
    Task ResetFullSyncAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Goes on, to its end, with a full synchronisation whose process gave no sign of life any more; false when there is none. Cancelled, it leaves
    /// the run to whoever takes it up next.
    /// </summary>
    Task<bool> TakeUpFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>
    /// Does this worker's part in passes that others lead, beginning with the partition of a ticket, until there was nothing left to do for a
    /// moment; a ticket that is of no use any more is no error.
    /// </summary>
    Task RunPartitionAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>One line a mapping: how it stands.</summary>
    IAsyncEnumerable<BcSyncStatus> GetStatusAsync(string? mapping, CancellationToken cancellationToken);

    /// <summary>The log, newest first.</summary>
    IAsyncEnumerable<BcSyncJob> GetJobsAsync(JobQuery query, CancellationToken cancellationToken);

    /// <summary>Logged errors, newest first.</summary>
    IAsyncEnumerable<BcSyncError> GetErrorsAsync(ErrorQuery query, CancellationToken cancellationToken);

    /// <summary>Values that synchronisations wrote over, newest first.</summary>
    IAsyncEnumerable<BcOverwrittenValue> GetOverwrittenValuesAsync(OverwrittenValueQuery query, CancellationToken cancellationToken);

    /// <summary>How many jobs and errors <see cref="ClearJobsAsync"/> would remove. Writes nothing anywhere.</summary>
    Task<BcClearedJobs> PreviewClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken);

    /// <summary>Removes finished jobs with their errors from the log, but for those that skipped couplings refer to.</summary>
    Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken);

    /// <summary>Writes one HTML page about how the synchronisation stands and what it did; asks neither system. Returns the file.</summary>
    Task<FileInfo> ExportReportAsync(ReportRequest request, CancellationToken cancellationToken);

    /// <summary>Reads both sides of coupled records anew and compares the mapped fields. Writes nothing anywhere.</summary>
    IAsyncEnumerable<BcComparison> CompareAsync(ComparisonQuery query, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Looks at every precondition of synchronising, one line each. Writes nothing anywhere.</summary>
    IAsyncEnumerable<BcCheck> TestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes skipped pairs and failed records without a partner up again (spec/engine.md 3.8). What has no partner is emitted in the shape of a
    /// coupling whose other id is empty. Asking for one that goes on by itself is no error; asking for one that nothing is known of is.
    /// </summary>
    IAsyncEnumerable<BcCoupling> ResumeRecordsAsync(CouplingQuery query, CancellationToken cancellationToken);

    /// <summary>Makes something happen in a sandbox; fails on real systems. Returns the JSON that says what changed.</summary>
    Task<string> RaiseSandboxEventAsync(
        string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken);
}
