using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>A planned action in the words of -WhatIf.</summary>
internal static class PlanText
{
    internal static string Target(BcPlannedAction planned) => RecordRow.Describe(
        planned.Mapping,
        new RecordSelector { BcId = planned.BcId, BcNo = planned.BcNo, SalesId = planned.SalesId, SalesName = planned.SalesName });

    internal static string Action(BcPlannedAction planned)
    {
        var fields = string.Join(", ", planned.Changes.Select(c => c.Field));
        return $"{Verb(planned)}{(fields.Length > 0 ? $": {fields}" : string.Empty)} ({planned.Reason})";
    }

    private static string Verb(BcPlannedAction planned) => planned.Action switch
    {
        SyncAction.Created => $"Create in {Destination(planned.Direction)}",
        SyncAction.Updated => $"Update in {Destination(planned.Direction)}",
        SyncAction.Deleted => "Remove coupling",
        SyncAction.Unchanged => "Leave unchanged",
        SyncAction.Skipped => "Skip",
        SyncAction.Conflict => "Report conflict",
        _ => "Report failure",
    };

    private static string Destination(SyncDirection direction) => direction switch
    {
        SyncDirection.ToSales => "Sales",
        SyncDirection.ToBusinessCentral => "Business Central",
        _ => "both systems",
    };
}
