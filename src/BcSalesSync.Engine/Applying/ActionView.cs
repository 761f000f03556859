using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>Shows actions to people.</summary>
internal static class ActionView
{
    /// <summary>What was done with a record.</summary>
    public static BcSyncResult Result(
        PassDefinition pass, PlannedAction plan, Guid? counterpartId, SyncAction action, BcSyncError? error, Guid runId)
    {
        var (bcId, bcNo, salesId, salesName) = Names(pass, plan, counterpartId);
        return new BcSyncResult
        {
            Mapping = pass.Mapping.Name,
            BcId = bcId,
            BcNo = bcNo,
            SalesId = salesId,
            SalesName = salesName,
            Direction = pass.Direction,
            Action = action,
            Changes = action is SyncAction.Created or SyncAction.Updated ? Changes(plan) : [],
            Reason = action is SyncAction.Skipped ? plan.Reason : null,
            Error = error,
            RunId = runId,
        };
    }

    /// <summary>What would be done with a record, and why.</summary>
    public static BcPlannedAction Plan(PassDefinition pass, PlannedAction plan, BcSyncError? error)
    {
        var (bcId, bcNo, salesId, salesName) = Names(
            pass, plan, plan.Candidate.Counterpart?.Id ?? plan.Candidate.Coupling?.IdOn(pass.Destination));
        return new BcPlannedAction
        {
            Mapping = pass.Mapping.Name,
            BcId = bcId,
            BcNo = bcNo,
            SalesId = salesId,
            SalesName = salesName,
            Direction = pass.Direction,
            Action = plan.Action,
            Changes = Changes(plan),
            Reason = UnitOfMeasureWarnings.Reason(pass, plan),
            Error = error,
        };
    }

    /// <summary>A record that is refused before anything is planned.</summary>
    public static BcPlannedAction Plan(BcSyncResult refused) => new()
    {
        Mapping = refused.Mapping,
        BcId = refused.BcId,
        BcNo = refused.BcNo,
        SalesId = refused.SalesId,
        SalesName = refused.SalesName,
        Direction = refused.Direction,
        Action = refused.Action,
        Changes = [],
        Reason = refused.Error?.Message ?? refused.Reason ?? Planner.SkippedReason,
        Error = refused.Error,
    };

    /// <summary>Number of the source record, or its name.</summary>
    public static string? SourceName(PassDefinition pass, Record source) =>
        Text(source, pass.SourceTable.NumberColumn) ?? Text(source, pass.SourceTable.NameColumn);

    private static BcFieldChange[] Changes(PlannedAction plan) =>
        [.. plan.Values.Select(value => new BcFieldChange
        {
            Field = value.Field.Destination.Name,
            OldValue = Shown(value.Old),
            NewValue = Shown(value.New),
            OverwritesEdit = value.OverwritesEdit,
        }).Concat(PartChanges(plan))];

    private static IEnumerable<BcFieldChange> PartChanges(PlannedAction plan) =>
        from part in plan.Parts?.Actions ?? []
        where part.IsWrite
        from value in part.Values
        select new BcFieldChange
        {
            Field = $"{value.Field.Destination.Name} ({SourceName(plan.Parts!.Pass, part.Candidate.Source)})",
            OldValue = Shown(value.Old),
            NewValue = Shown(value.New),
            OverwritesEdit = value.OverwritesEdit,
        };

    private static object? Shown(FieldValue value) => value.Raw is Lookup lookup ? lookup.Id : value.Raw;

    private static (Guid? BcId, string? BcNo, Guid? SalesId, string? SalesName) Names(
        PassDefinition pass, PlannedAction plan, Guid? counterpartId)
    {
        var source = plan.Candidate.Source;
        var coupling = plan.Candidate.Coupling;
        var counterpart = plan.Candidate.Counterpart ?? plan.Candidate.Match;
        var bc = pass.Source is SystemSide.BusinessCentral ? source : counterpart;
        var sales = pass.Source is SystemSide.Sales ? source : counterpart;
        var (bcTable, salesTable) = pass.Source is SystemSide.BusinessCentral
            ? (pass.SourceTable, pass.DestinationTable) : (pass.DestinationTable, pass.SourceTable);
        return (
            bc?.Id ?? coupling?.BcId ?? (pass.Destination is SystemSide.BusinessCentral ? counterpartId : null),
            Text(bc, bcTable.NumberColumn) ?? coupling?.BcNo,
            sales?.Id ?? coupling?.SalesId ?? (pass.Destination is SystemSide.Sales ? counterpartId : null),
            Text(sales, salesTable.NameColumn) ?? coupling?.SalesName ?? Planned(pass, plan));
    }

    private static string? Planned(PassDefinition pass, PlannedAction plan) => pass.Destination is SystemSide.Sales
        ? plan.Values.FirstOrDefault(value => value.Field.Destination.Name == pass.DestinationTable.NameColumn)?.New.AsText() : null;

    private static string? Text(Record? record, string? column) => record is null || column is null ? null : record[column].AsText();
}
