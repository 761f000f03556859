using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Why a mapping cannot run at all.</summary>
internal static class PassErrors
{
    /// <summary>A table is not offered.</summary>
    public static SyncException TableMissing(TableMapping mapping, SystemSide side) => Create(
        mapping,
        FailureClass.Capability,
        "BcSync.Mapping.TableNotOffered",
        side is SystemSide.BusinessCentral
            ? $"Business Central does not offer the table '{mapping.BcTable}' to this connection."
            : $"Sales does not offer the table '{mapping.SalesTable}' to this connection.",
        "Give the application access to the table, install the companion app if the mapping needs it, "
            + $"or disable the mapping: Set-BcTableMapping -Name {mapping.Name.Typed()} -Enabled $false.");

    /// <summary>No field mapping takes part (spec/engine.md 7, 16).</summary>
    public static SyncException NoFields(TableMapping mapping, SyncDirection direction) => Create(
        mapping,
        FailureClass.Configuration,
        "BcSync.Mapping.NoFields",
        $"Mapping {mapping.Name} has no enabled field mapping in direction {direction}.",
        $"Change the direction with Set-BcTableMapping -Name {mapping.Name.Typed()} -Direction; Get-BcFieldMapping -Mapping {mapping.Name.Typed()} shows what each field does.");

    /// <summary>The mapping does not work in the direction asked for (spec/engine.md 7, 15).</summary>
    public static SyncException DirectionNotAllowed(TableMapping mapping, SyncDirection direction) => Create(
        mapping,
        FailureClass.Configuration,
        "BcSync.Mapping.DirectionNotAllowed",
        $"Mapping {mapping.Name} does not allow direction {direction}; it is set to {mapping.Direction}.",
        $"Leave -Direction out to use the mapping's own, or change it with Set-BcTableMapping -Name {mapping.Name.Typed()} -Direction.");

    /// <summary>The records travel with those they are parts of, never on their own (spec/documents.md 8.1, O-23).</summary>
    public static SyncException TravelsAlong(TableMapping mapping) => Create(
        mapping,
        FailureClass.Configuration,
        "BcSync.Mapping.TravelsAlong",
        $"The records of {mapping.Name} travel with those of {mapping.Parent!.Mapping} that they belong to.",
        $"Synchronise those: Invoke-BcSyncNow -Mapping {mapping.Parent.Mapping.Typed()}.");

    private static SyncException Create(TableMapping mapping, FailureClass failureClass, string id, string message, string next) =>
        new(new BcSyncError { Time = default, Mapping = mapping.Name, Direction = null, BcId = null, BcNo = null, SalesId = null,
            SalesName = null, Class = failureClass, ErrorId = id, Message = message, RecommendedAction = next, Attempts = 0,
            NextTry = null, JobId = null });
}
