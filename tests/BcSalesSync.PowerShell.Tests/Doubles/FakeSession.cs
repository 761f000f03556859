using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>A session that remembers what it was asked and answers what it was told to.</summary>
internal sealed class FakeSession : ISyncSession
{
    private static readonly HashSet<string> Reading =
    [
        nameof(GetSetupAsync), nameof(PreviewSetupAsync), nameof(GetTableMappingsAsync), nameof(GetFieldMappingsAsync), nameof(GetCouplingsAsync), nameof(FindMatchesAsync),
        nameof(ReadCouplingFileAsync), nameof(CheckCouplingsAsync), nameof(PlanAsync), nameof(PlanRepairsAsync), nameof(PreviewFullSyncAsync), nameof(GetFullSyncAsync),
        nameof(WaitFullSyncAsync), nameof(GetStatusAsync), nameof(GetJobsAsync), nameof(GetErrorsAsync), nameof(GetOverwrittenValuesAsync),
        nameof(PreviewClearJobsAsync), nameof(CompareAsync), nameof(TestAsync), FakeMappingEditor.Checked, nameof(IMappingEditor.GetTablesAsync),
        nameof(IMappingEditor.GetColumnsAsync), nameof(IMappingEditor.GetTransformationsAsync),
        nameof(IScheduleService.GetAsync), nameof(IScheduleService.PreviewAsync), nameof(IDocumentService.FindAsync),
    ];

    private readonly List<(string Member, object? Argument)> calls = [];

    private readonly Dictionary<string, Func<object?, CancellationToken, object>> serviceAnswers = [];

    public FakeSession()
    {
        MappingEditor = new FakeMappingEditor(this);
        Documents = FakeService<IDocumentService>.Of(AnswerService);
        Schedule = FakeService<IScheduleService>.Of(AnswerService);
    }

    public IDocumentService Documents { get; }

    public IScheduleService Schedule { get; }

    public BcConnection Connection { get; } = Samples.Connection();

    public FakeMappingEditor MappingEditor { get; }

    IMappingEditor ISyncSession.MappingEditor => MappingEditor;

    public IReadOnlyList<(string Member, object? Argument)> Calls => calls;

    /// <summary>Calls that change something.</summary>
    public IReadOnlyList<string> Changes =>
        [.. calls.Where(c => c.Argument is not (DocumentRequest { Preview: true } or InvoiceRequest { Preview: true } or true)).Select(c => c.Member).Where(m => !Reading.Contains(m))];

    public Func<CouplingRequest, Outcome<BcCoupling>> OnCouple { get; set; } = r => new() { Value = Samples.Coupling(r.Records.BcNo) };

    public Func<CouplingRequest, Outcome<CouplingRequest>> OnCheck { get; set; } = r => new() { Value = r };

    public Func<BcCoupling, Outcome<BcCoupling>> OnUncouple { get; set; } = c => new() { Value = c };

    public Func<CouplingQuery, IEnumerable<BcCoupling>> OnCouplings { get; set; } = q => [Samples.Coupling(q.Records?.BcNo)];

    public Func<CouplingRepairRequest, IEnumerable<BcCouplingRepair>> OnPlanRepairs { get; set; } = _ => [Samples.Repair("1", CouplingRepair.RemoveCoupling)];

    public Func<BcCouplingRepair, Outcome<BcCoupling>> OnRepair { get; set; } = r => new() { Value = r.Coupling };

    public Func<RecordSelector, BcSyncResult> OnSync { get; set; } = r => Samples.Result(r.BcNo);

    public IReadOnlyList<BcPlannedAction> Plan { get; set; } = [];

    public IReadOnlyList<BcTableMapping> Mappings { get; set; } = [Samples.Mapping("CUSTOMER")];

    public IReadOnlyList<BcFieldMapping> Fields { get; set; } = [];

    public IReadOnlyList<BcSyncJob> Jobs { get; set; } = [];

    public IReadOnlyList<BcSyncError> Errors { get; set; } = [];

    public IReadOnlyList<BcFullSyncLine> Review { get; set; } = [];

    public IReadOnlyList<Outcome<BcCouplingMatch>> Matches { get; set; } = [];

    public IReadOnlyList<Outcome<BcCoupling>> Imported { get; set; } = [];

    public IReadOnlyList<Outcome<CouplingRequest>> FileRows { get; set; } = [];

    public Func<ISyncObserver, CancellationToken, Task> OnWait { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called with every member before it answers.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public bool Closed { get; private set; }

    public string Changed { get; set; } = """{"changed":[{"set":"customers","id":"a"}]}""";

    public ValueTask DisposeAsync()
    {
        Closed = true;
        return ValueTask.CompletedTask;
    }

    public Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken) =>
        OneAsync(nameof(GetSetupAsync), null, new BcSyncSetup { OwnershipModel = OwnershipModel.Team }, cancellationToken);

    public SetupEffect Effect { get; set; } =
        new() { Setup = new BcSyncSetup { OwnershipModel = OwnershipModel.Team }, Added = [], Removed = [], CouplingsRemoved = 0 };

    public Task<SetupEffect> PreviewSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        OneAsync(nameof(PreviewSetupAsync), change, Effect, cancellationToken);

    public Task<SetupEffect> SetSetupAsync(SetupChange change, CancellationToken cancellationToken) =>
        OneAsync(nameof(SetSetupAsync), change, Effect, cancellationToken);

    public IAsyncEnumerable<BcTableMapping> InitializeAsync(
        InitializeRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(InitializeAsync), request, Mappings, cancellationToken);

    public IAsyncEnumerable<BcTableMapping> GetTableMappingsAsync(string? name, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetTableMappingsAsync), name, Mappings, cancellationToken);

    public Task<BcTableMapping> SetTableMappingAsync(TableMappingChange change, CancellationToken cancellationToken) =>
        OneAsync(nameof(SetTableMappingAsync), change, Samples.Mapping(change.Name), cancellationToken);

    public IAsyncEnumerable<BcFieldMapping> GetFieldMappingsAsync(string? mapping, string? field, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetFieldMappingsAsync), (mapping, field), Fields, cancellationToken);

    public IAsyncEnumerable<Outcome<BcCouplingMatch>> FindMatchesAsync(
        MatchRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(FindMatchesAsync), request, Matches, cancellationToken);

    public IAsyncEnumerable<Outcome<BcCoupling>> CoupleAsync(
        IReadOnlyList<CouplingRequest> requests, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(CoupleAsync), requests, requests.Select(OnCouple), cancellationToken);

    public IAsyncEnumerable<Outcome<CouplingRequest>> CheckCouplingsAsync(
        IReadOnlyList<CouplingRequest> requests, CancellationToken cancellationToken) =>
        ManyAsync(nameof(CheckCouplingsAsync), requests, requests.Select(OnCheck), cancellationToken);

    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetCouplingsAsync), query, OnCouplings(query), cancellationToken);

    public IAsyncEnumerable<BcCoupling> GetCouplingsAsync(
        CouplingQuery query, ISyncObserver observer, CancellationToken cancellationToken) => GetCouplingsAsync(query, cancellationToken);

    public IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(UncoupleAsync), couplings, couplings.Select(OnUncouple), cancellationToken);

    public IAsyncEnumerable<BcCouplingRepair> PlanRepairsAsync(CouplingRepairRequest request, CancellationToken cancellationToken) =>
        ManyAsync(nameof(PlanRepairsAsync), request, OnPlanRepairs(request), cancellationToken);

    public IAsyncEnumerable<Outcome<BcCoupling>> RepairCouplingsAsync(
        IReadOnlyList<BcCouplingRepair> repairs, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(RepairCouplingsAsync), repairs, repairs.Select(OnRepair), cancellationToken);

    public IAsyncEnumerable<Outcome<BcCoupling>> ImportCouplingsAsync(
        CouplingFile file, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(ImportCouplingsAsync), file, Imported, cancellationToken);

    public IAsyncEnumerable<Outcome<CouplingRequest>> ReadCouplingFileAsync(CouplingFile file, CancellationToken cancellationToken) =>
        ManyAsync(nameof(ReadCouplingFileAsync), file, FileRows, cancellationToken);

    public async Task<int> ExportCouplingsAsync(CouplingFile file, CouplingQuery query, CancellationToken cancellationToken)
    {
        await EnterAsync(nameof(ExportCouplingsAsync), (file, query), cancellationToken);
        return 1;
    }

    public IAsyncEnumerable<BcSyncResult> SyncNowAsync(
        SyncNowRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(SyncNowAsync), request, request.Records.Select(OnSync), cancellationToken);

    public IAsyncEnumerable<BcPlannedAction> PlanAsync(
        SyncNowRequest request, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(PlanAsync), request, Plan, cancellationToken);

    public Task<BcFullSync> StartFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        OneAsync(nameof(StartFullSyncAsync), request, Samples.FullSync(), cancellationToken);

    public IAsyncEnumerable<BcFullSyncLine> PreviewFullSyncAsync(FullSyncRequest request, CancellationToken cancellationToken) =>
        ManyAsync(nameof(PreviewFullSyncAsync), request, Review, cancellationToken);

    public IAsyncEnumerable<BcFullSyncLine> GetFullSyncAsync(string? mapping, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetFullSyncAsync), mapping, Review, cancellationToken);

    public async Task<BcFullSync> WaitFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken)
    {
        await EnterAsync(nameof(WaitFullSyncAsync), null, cancellationToken);
        await OnWait(observer, cancellationToken);
        return Samples.FullSync();
    }

    public Task<BcFullSync> StopFullSyncAsync(CancellationToken cancellationToken) =>
        OneAsync(nameof(StopFullSyncAsync), null, Samples.FullSync(), cancellationToken);

    public Task<BcFullSync> ResumeFullSyncAsync(TimeSpan? timeBudget, CancellationToken cancellationToken) =>
        OneAsync(nameof(ResumeFullSyncAsync), timeBudget, Samples.FullSync(), cancellationToken);

    public Task ResetFullSyncAsync(CancellationToken cancellationToken) => EnterAsync(nameof(ResetFullSyncAsync), null, cancellationToken);

    public Task<bool> TakeUpFullSyncAsync(ISyncObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RunPartitionAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<BcSyncStatus> GetStatusAsync(string? mapping, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetStatusAsync), mapping, Array.Empty<BcSyncStatus>(), cancellationToken);

    public IAsyncEnumerable<BcSyncJob> GetJobsAsync(JobQuery query, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetJobsAsync), query, Jobs, cancellationToken);

    public IAsyncEnumerable<BcSyncError> GetErrorsAsync(ErrorQuery query, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetErrorsAsync), query, Errors, cancellationToken);

    public IAsyncEnumerable<BcOverwrittenValue> GetOverwrittenValuesAsync(OverwrittenValueQuery query, CancellationToken cancellationToken) =>
        ManyAsync(nameof(GetOverwrittenValuesAsync), query, Array.Empty<BcOverwrittenValue>(), cancellationToken);

    public Task<BcClearedJobs> PreviewClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        OneAsync(nameof(PreviewClearJobsAsync), clearing, new BcClearedJobs { Jobs = 3, Errors = 2, Kept = 1 }, cancellationToken);

    public Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken) =>
        OneAsync(nameof(ClearJobsAsync), clearing, new BcClearedJobs { Jobs = 3, Errors = 2, Kept = 1 }, cancellationToken);

    public Task<FileInfo> ExportReportAsync(ReportRequest request, CancellationToken cancellationToken) =>
        OneAsync(nameof(ExportReportAsync), request, new FileInfo(request.Path), cancellationToken);

    public IAsyncEnumerable<BcComparison> CompareAsync(ComparisonQuery query, ISyncObserver observer, CancellationToken cancellationToken) =>
        ManyAsync(nameof(CompareAsync), query, Array.Empty<BcComparison>(), cancellationToken);

    public IAsyncEnumerable<BcCheck> TestAsync(CancellationToken cancellationToken) =>
        ManyAsync(nameof(TestAsync), null, Array.Empty<BcCheck>(), cancellationToken);

    public IAsyncEnumerable<BcCoupling> ResumeRecordsAsync(CouplingQuery query, CancellationToken cancellationToken) =>
        ManyAsync(nameof(ResumeRecordsAsync), query, OnCouplings(query), cancellationToken);

    public Task<string> RaiseSandboxEventAsync(
        string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        OneAsync(nameof(RaiseSandboxEventAsync), (type, arguments), Changed, cancellationToken);

    private async Task EnterAsync(string member, object? argument, CancellationToken cancellationToken)
    {
        // Answers come from another thread, as those of a network do.
        await Task.Yield();
        calls.Add((member, argument));
        await Before(member, cancellationToken);
    }

    internal async Task<T> OneAsync<T>(string member, object? argument, T answer, CancellationToken cancellationToken)
    {
        await EnterAsync(member, argument, cancellationToken);
        return answer;
    }

    /// <summary>Tells what a member of a service answers.</summary>
    public void Answer<TArgument, TResult>(string member, Func<TArgument, IEnumerable<TResult>> answer) =>
        serviceAnswers[member] = (argument, stop) => ManyAsync(member, argument, answer((TArgument)argument!), stop);

    /// <summary>Tells what a member of a service answers that gives one thing.</summary>
    public void AnswerOne<TArgument, TResult>(string member, Func<TArgument, TResult> answer) =>
        serviceAnswers[member] = (argument, stop) => WorkOutAsync(member, argument, () => answer((TArgument)argument!), stop);

    internal async IAsyncEnumerable<T> ManyAsync<T>(
        string member, object? argument, IEnumerable<T> answers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnterAsync(member, argument, cancellationToken);
        foreach (var answer in answers)
            yield return answer;
    }

    private async Task<T> WorkOutAsync<T>(string member, object? argument, Func<T> answer, CancellationToken cancellationToken)
    {
        await EnterAsync(member, argument, cancellationToken);
        return answer();
    }

    private object AnswerService(string member, object?[] arguments) =>
        serviceAnswers[member](arguments[0], arguments.OfType<CancellationToken>().FirstOrDefault());
}
