using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Things to store.</summary>
internal static class Sample
{
    public const string Family = "customers|account";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An id of Business Central.</summary>
    public static Guid Bc(int number) => new(number, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xbc);

    /// <summary>An id of Sales.</summary>
    public static Guid Sales(int number) => new(number, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0xda);

    /// <summary>An id of a job or a run.</summary>
    public static Guid Other(int number) => new(number, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0x0f);

    /// <summary>Coupling of records that have the same number on both sides.</summary>
    public static CouplingState Coupling(int number, string mapping = "CUSTOMER", string family = Family) => new()
    {
        Mapping = mapping,
        Family = family,
        BcId = Bc(number),
        SalesId = Sales(number),
        BcNo = $"C{number:00000}",
    };

    public static CouplingState FullCoupling(int number) => Coupling(number) with
    {
        BcName = "Adatum Corporation",
        SalesName = "Adatum",
        Bc = new SideState { Version = "W/\"JzE5OzE7MDAnOw==\"", ModifiedAt = Now.AddTicks(-7), Values = EveryKind() },
        Sales = new SideState
        {
            Version = "W/\"4711\"",
            ModifiedAt = Now.AddMinutes(-3),
            Values = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Text("Adatum") },
        },
        ToSalesResult = SyncOutcome.Success,
        ToBusinessCentralResult = SyncOutcome.Failure,
        ToSalesJob = Other(1),
        ToBusinessCentralJob = Other(2),
        Skipped = true,
        Error = "Both sides changed 'name'.",
        LastSynchronized = Now,
    };

    public static IReadOnlyDictionary<string, FieldValue> EveryKind() => new Dictionary<string, FieldValue>
    {
        ["empty"] = FieldValue.Empty,
        ["text"] = FieldValue.Text(" \"Grün\" & <x>\r\n\t\\ \0 \U0001F600 "),
        ["text like a number"] = FieldValue.Text("n1.5"),
        ["code"] = FieldValue.Text("C00010"),
        ["number"] = FieldValue.Number(-1234.5600m),
        ["zero"] = FieldValue.Number(0m),
        ["largest"] = FieldValue.Number(decimal.MaxValue),
        ["smallest"] = FieldValue.Number(0.0000000000000000000000000001m),
        ["yes"] = FieldValue.Boolean(true),
        ["no"] = FieldValue.Boolean(false),
        ["date"] = FieldValue.Date(new DateOnly(2024, 2, 29)),
        ["time"] = FieldValue.Time(new DateTimeOffset(2026, 3, 1, 14, 0, 0, 123, TimeSpan.FromHours(2)).AddTicks(4)),
        ["id"] = FieldValue.Id(Other(7)),
        ["option"] = FieldValue.Number(100000001m),
        ["reference"] = FieldValue.Reference("systemuser", Other(8)),
        ["größe"] = FieldValue.Text("XL"),
    };

    public static PendingRecord Pending(int number, SyncDirection direction = SyncDirection.ToSales) => new()
    {
        Mapping = "CUSTOMER",
        Direction = direction,
        SourceId = direction is SyncDirection.ToSales ? Bc(number) : Sales(number),
        NextTry = Now,
    };

    public static PendingKey Key(PendingRecord pending) => new(pending.Mapping, pending.Direction, pending.SourceId);

    public static RunState Run(int number, RunKind kind = RunKind.Full) => new()
    {
        Id = Other(number),
        Kind = kind,
        Status = RunStatus.Running,
        Request = "{\"mappings\":[\"CUSTOMER\"]}",
        Started = Now.AddMinutes(number),
    };

    public static BcSyncJob Job(int number, string mapping = "CUSTOMER") => new()
    {
        Id = Other(number),
        RunId = Other(1000),
        Type = SyncJobType.FullSync,
        Mapping = mapping,
        Direction = SyncDirection.ToSales,
        Started = Now.AddMinutes(number),
        Status = SyncJobStatus.Running,
    };

    public static BcSyncError Error(string message, string? mapping = "CUSTOMER", Guid? jobId = null) => new()
    {
        Time = Now,
        Mapping = mapping,
        Class = FailureClass.Data,
        ErrorId = "BcSync.Record.Refused",
        Message = message,
        RecommendedAction = "Correct the value.",
        JobId = jobId,
    };

    public static BcFullSyncLine Line(string mapping) => new()
    {
        Mapping = mapping,
        DependsOn = [],
        Recommendation = FullSyncRecommendation.FullSync,
        Status = FullSyncStatus.NotStarted,
        ToSalesStatus = SyncOutcome.None,
        ToBusinessCentralStatus = SyncOutcome.None,
    };

    public static TableMapping Mapping(string name, int order) => new()
    {
        Name = name,
        Order = order,
        BcTable = name.ToLowerInvariant(),
        SalesTable = "account",
        Fields = [new FieldMapping { BcField = "displayName", SalesField = "name" }],
    };
}
