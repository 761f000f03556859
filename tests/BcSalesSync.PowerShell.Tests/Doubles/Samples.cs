using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Tests.Doubles;

internal static class Samples
{
    public static readonly Guid Id1 = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Id2 = new("22222222-2222-2222-2222-222222222222");

    public static BcConnection Connection(string name = "sandbox") => new()
    {
        Name = name,
        BusinessCentralUrl = "http://127.0.0.1:7700/bc",
        Company = "CRONUS International Ltd.",
        CompanyId = Id1,
        SalesUrl = "http://127.0.0.1:7700/sales",
        LocalCurrency = "EUR",
        State = "memory",
    };

    public static BcCoupling Coupling(string? number) => new()
    {
        Mapping = "CUSTOMER",
        BcTable = "customers",
        BcId = Id1,
        BcNo = number,
        SalesTable = "account",
        SalesId = Id2,
        ToSalesResult = SyncOutcome.None,
        ToBusinessCentralResult = SyncOutcome.None,
    };

    public static BcCouplingRepair Repair(string number, CouplingRepair action, BcSyncError? error = null) => new()
    {
        Coupling = Coupling(number) with { BcId = new Guid(number.PadLeft(32, '0')), Missing = MissingRecord.Sales },
        Action = action,
        Error = error,
    };

    public static BcTableMapping Mapping(string name, SyncDirection direction = SyncDirection.Both) => new()
    {
        Name = name,
        BcTable = "customers",
        SalesTable = "account",
        Direction = direction,
        BcFilter = string.Empty,
        SalesFilter = string.Empty,
        DependsOn = [],
        UpdateConflict = UpdateConflictPolicy.Fail,
        ConflictScope = ConflictScope.Field,
        DeletionConflict = DeletionConflictPolicy.Fail,
    };

    public static BcSyncError Error(FailureClass failure = FailureClass.Data, string id = "BcSync.Coupling.Taken") => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        Class = failure,
        ErrorId = id,
        Message = "The account is coupled to C20000.",
        RecommendedAction = "Remove that coupling first.",
    };

    public static BcSyncResult Result(string? number, BcSyncError? error = null) => new()
    {
        Mapping = "CUSTOMER",
        BcNo = number,
        Direction = SyncDirection.ToSales,
        Action = error is null ? SyncAction.Updated : SyncAction.Failed,
        Error = error,
        RunId = Id1,
    };

    public static BcPlannedAction Planned(SyncDirection direction, SyncAction action) => new()
    {
        Mapping = "CUSTOMER",
        BcNo = "C10000",
        SalesName = "Adatum Corp.",
        Direction = direction,
        Action = action,
        Changes = action == SyncAction.Updated ? [new BcFieldChange { Field = "name", NewValue = "Adatum" }] : [],
        Reason = "changed in Business Central",
    };

    public static BcFullSync FullSync() =>
        new() { RunId = Id1, Status = FullSyncStatus.Running, Started = DateTimeOffset.UnixEpoch };

    public static BcFullSyncLine Line(string mapping, int failed = 0) => new()
    {
        Mapping = mapping,
        DependsOn = [],
        Recommendation = FullSyncRecommendation.FullSync,
        Status = FullSyncStatus.Finished,
        ToSalesStatus = SyncOutcome.Success,
        ToBusinessCentralStatus = SyncOutcome.Success,
        Failed = failed,
    };
}
