using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Csv;
using BcSalesSync.Engine.Documents;
using BcSalesSync.Engine.FullSync;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Administration;
using BcSalesSync.Engine.Runs.Inspection;
using BcSalesSync.Engine.Runs.Matching;
using BcSalesSync.Engine.Runs.Passes.Partitions;
using BcSalesSync.Engine.Runs.Repair;
using BcSalesSync.Engine.Runs.Resumption;
using BcSalesSync.Engine.Scheduling;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Reporting;
using BcSalesSync.Runtime.Reporting.Gathering;

namespace BcSalesSync.Runtime;

/// <summary>The one door through which both shells reach the engine.</summary>
internal sealed class SyncSession : ISyncSession
{
    private const int CouplingChunk = 500;
    private readonly OpenSystems systems;
    private readonly EngineParts parts;
    private readonly ProcessHolders holders;
    private readonly SetupService setups;
    private readonly MappingService mappings;
    private readonly FullSyncService fullSync;
    private readonly ScheduleService schedule;
    private readonly PartitionService partitions;

    /// <summary>Creates the session of an open connection.</summary>
    public SyncSession(BcConnection connection, OpenSystems systems, EngineParts parts, ProcessHolders holders)
    {
        Connection = connection;
        this.systems = systems;
        this.parts = parts;
        this.holders = holders;
        setups = new SetupService(parts);
        mappings = new MappingService(parts, setups);
        MappingEditor = new MappingEditor(parts, mappings);
        fullSync = new FullSyncService(parts, mappings.GetSetAsync);
        Documents = new DocumentService(parts, mappings.GetSetAsync);
        schedule = new ScheduleService(parts, mappings.GetSetAsync);
        partitions = new PartitionService(parts, mappings.GetSetAsync);
    }

    /// <inheritdoc/>
    public BcConnection Connection { get; }

    /// <inheritdoc/>
    public IMappingEditor MappingEditor { get; }

    /// <inheritdoc/>
    public IDocumentService Documents { get; }

    /// <inheritdoc/>
    public IScheduleService Schedule => schedule;

    /// <inheritdoc/>
    public Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken) => setups.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<SetupEffect> PreviewSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        setups.PreviewAsync(change, cancellationToken);

    /// <inheritdoc/>
    public Task<SetupEffect> SetSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        setups.ChangeAsync(change, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcTableMapping> InitializeAsync(
        InitializeRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var created = await mappings.InitializeAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Reset)
        {
            string[] entries = request.Mappings.Count == 0 ? [] : [.. created.Select(mapping => mapping.Name)];
            await schedule.ResetAsync(entries, cancellationToken).ConfigureAwait(false);
        }

        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        foreach (var mapping in created)
        {
            observer.Verbose($"Mapping {mapping.Name}: {mapping.BcTable} and {mapping.SalesTable}.");
            yield return mapping.ToContract(set);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcTableMapping> GetTableMappingsAsync(
        string? name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        foreach (var mapping in set.All.Named(name, parts.Clock.GetUtcNow()))
            yield return mapping.ToContract(set);
    }

    /// <inheritdoc/>
    public async Task<BcTableMapping> SetTableMappingAsync(TableMappingChange change, CancellationToken cancellationToken)
    {
        var changed = await mappings.ChangeAsync(change, cancellationToken).ConfigureAwait(false);
        return changed.ToContract(await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcFieldMapping> GetFieldMappingsAsync(
        string? mapping, string? field, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        foreach (var table in set.All.Named(mapping, parts.Clock.GetUtcNow()))
        {
            var offered = await mappings.OfferedAsync(table, cancellationToken).ConfigureAwait(false);
            foreach (var row in table.FieldsToContract(field, set.Setup, offered))
                yield return row;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<BcCouplingMatch>> FindMatchesAsync(
        MatchRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var match in new MatchService(parts, set, observer).FindAsync(request, cancellationToken).ConfigureAwait(false))
            yield return match;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var service = await CouplingsAsync(observer, cancellationToken).ConfigureAwait(false);
        await foreach (var outcome in service.CoupleAsync(requests, cancellationToken).ConfigureAwait(false))
            yield return outcome;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<CouplingRequest>> CheckCouplingsAsync(
        IReadOnlyList<CouplingRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var service = await CouplingsAsync(SilentObserver.Instance, cancellationToken).ConfigureAwait(false);
        await foreach (var outcome in service.CheckAsync(requests, cancellationToken).ConfigureAwait(false))
            yield return outcome;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        GetCouplingsAsync(query, SilentObserver.Instance, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcCoupling> GetCouplingsAsync(
        CouplingQuery query, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var coupling in new CouplingSearch(parts, set, observer).FindAsync(query, cancellationToken).ConfigureAwait(false))
            yield return coupling;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var outcome in new UncouplingService(parts, set).UncoupleAsync(couplings, cancellationToken).ConfigureAwait(false))
            yield return outcome;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcCouplingRepair> PlanRepairsAsync(
        CouplingRepairRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var repair in new RepairService(parts, set, SilentObserver.Instance).PlanAsync(request, cancellationToken)
            .ConfigureAwait(false))
            yield return repair;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<BcCoupling>> RepairCouplingsAsync(
        IReadOnlyList<BcCouplingRepair> repairs, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var outcome in new RepairService(parts, set, observer).RepairAsync(repairs, cancellationToken).ConfigureAwait(false))
            yield return outcome;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<BcCoupling>> ImportCouplingsAsync(
        CouplingFile file, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var service = await CouplingsAsync(observer, cancellationToken).ConfigureAwait(false);
        var waiting = new List<CouplingRequest>(CouplingChunk);
        await foreach (var row in ReadCouplingFileAsync(file, cancellationToken).ConfigureAwait(false))
        {
            if (row.Value is { } request)
                waiting.Add(request);
            else
                yield return new Outcome<BcCoupling> { Error = row.Error, Input = row.Input };
            if (waiting.Count < CouplingChunk)
                continue;
            await foreach (var outcome in service.CoupleAsync([.. waiting], cancellationToken).ConfigureAwait(false))
                yield return outcome;
            waiting.Clear();
        }

        await foreach (var outcome in service.CoupleAsync(waiting, cancellationToken).ConfigureAwait(false))
            yield return outcome;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<CouplingRequest>> ReadCouplingFileAsync(CouplingFile file, CancellationToken cancellationToken) =>
        new CouplingCsvReader(parts.Clock).ReadAsync(file, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ExportCouplingsAsync(CouplingFile file, CouplingQuery query, CancellationToken cancellationToken) =>
        new CouplingCsvWriter(parts.Clock, parts.Ids).WriteAsync(file, GetCouplingsAsync(query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcSyncResult> SyncNowAsync(
        SyncNowRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var result in new NowService(parts, set, observer).RunAsync(request, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcPlannedAction> PlanAsync(
        SyncNowRequest request, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var action in new NowService(parts, set, observer).PlanAsync(request, cancellationToken).ConfigureAwait(false))
            yield return action;
    }

    /// <inheritdoc/>
    public Task<BcFullSync> StartFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        fullSync.StartAsync(request, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcFullSyncLine> PreviewFullSyncAsync(
        FullSyncRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in await fullSync.PreviewAsync(request, cancellationToken).ConfigureAwait(false))
            yield return line;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcFullSyncLine> GetFullSyncAsync(string? mapping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wildcard = new WildcardPattern(mapping ?? "*");
        foreach (var line in await fullSync.ReviewAsync(cancellationToken).ConfigureAwait(false))
        {
            if (wildcard.Matches(line.Mapping))
                yield return line;
        }
    }

    /// <inheritdoc/>
    public Task<BcFullSync> WaitFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        fullSync.WaitAsync(observer, cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> StopFullSyncAsync(CancellationToken cancellationToken) => fullSync.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<BcFullSync> ResumeFullSyncAsync(TimeSpan? timeBudget, CancellationToken cancellationToken) =>
        fullSync.ResumeAsync(timeBudget, cancellationToken);

    /// <inheritdoc/>
    public Task ResetFullSyncAsync(CancellationToken cancellationToken) => fullSync.ResetAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunPartitionAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken) =>
        partitions.RunAsync(ticket, observer, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TakeUpFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        fullSync.TakeUpAsync(observer, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcSyncStatus> GetStatusAsync(
        string? mapping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var nextRuns = new Dictionary<string, DateTimeOffset?>();
        await foreach (var entry in schedule.GetAsync(mapping, cancellationToken).ConfigureAwait(false))
            nextRuns[entry.Name] = entry.NextRun;
        await foreach (var line in new StatusService(parts, set, nextRuns).GetAsync(mapping, cancellationToken).ConfigureAwait(false))
            yield return line;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncJob> GetJobsAsync(JobQuery query, CancellationToken cancellationToken) =>
        parts.State.Runs.JobsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcSyncError> GetErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) =>
        parts.State.Runs.ErrorsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BcOverwrittenValue> GetOverwrittenValuesAsync(OverwrittenValueQuery query, CancellationToken cancellationToken) =>
        parts.State.Runs.OverwrittenAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<BcClearedJobs> PreviewClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        parts.State.Runs.CountJobsAsync(clearing, cancellationToken);

    /// <inheritdoc/>
    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        parts.State.ClearJobsAsync(clearing, cancellationToken);

    /// <inheritdoc/>
    public Task<FileInfo> ExportReportAsync(ReportRequest request, CancellationToken cancellationToken)
    {
var gatherer = new ReportGatherer(this, parts.State.Runs, systems.Requests, parts.Clock);
        return new ReportService(gatherer, parts.Ids).WriteAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcComparison> CompareAsync(
        ComparisonQuery query, ISyncObserver observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var pair in new ComparisonService(parts, set, observer).CompareAsync(query, cancellationToken).ConfigureAwait(false))
            yield return pair;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BcCheck> TestAsync(CancellationToken cancellationToken) =>
        new ConnectionCheckService(parts, setups).TestAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BcCoupling> ResumeRecordsAsync(
        CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var coupling in new ResumeService(parts, set).ResumeAsync(query, cancellationToken).ConfigureAwait(false))
            yield return coupling;
    }

    /// <inheritdoc/>
    public Task<string> RaiseSandboxEventAsync(
        string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        new SandboxEvents(systems.Control ?? throw ConnectionErrors.NotASandbox()).RaiseAsync(type, arguments, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await fullSync.DisposeAsync().ConfigureAwait(false);
        holders.Close();
        await parts.State.DisposeAsync().ConfigureAwait(false);
        systems.Dispose();
    }

    private async Task<CouplingService> CouplingsAsync(ISyncObserver observer, CancellationToken cancellationToken) =>
        new(parts, await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false), observer);
}
