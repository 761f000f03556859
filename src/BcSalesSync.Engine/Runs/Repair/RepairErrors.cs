using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>Why a broken coupling is left as it is.</summary>
internal static class RepairErrors
{
    /// <summary>Nobody has decided yet what becomes of the pair.</summary>
    public static BcSyncError Undecided(BrokenPair pair, DateTimeOffset now)
    {
        var coupling = pair.Coupling;
        var bc = coupling.BcNo ?? coupling.BcId.ToString();
        var sales = coupling.SalesName ?? coupling.SalesId.ToString();
        var (gone, left) = pair.Survivor is SystemSide.Sales ? (bc, sales) : (sales, bc);
        var goneFrom = WriteFailures.Name(pair.Survivor is SystemSide.Sales ? SystemSide.BusinessCentral : SystemSide.Sales);
        return Of(
            pair,
            now,
            "BcSync.Coupling.RecordGone",
            FailureClass.Data,
            $"{gone} was deleted in {goneFrom}; its partner {left} is still in {WriteFailures.Name(pair.Survivor)}.",
            $"Decide with Repair-BcCoupling -Mapping {coupling.Mapping.Typed()} -BcId {coupling.BcId} -Resolution RemoveCoupling, RestoreRecord or "
                + $"DeleteRecord; for all to come with Set-BcTableMapping -Name {coupling.Mapping.Typed()} -DeletionConflict.");
    }

    /// <summary>The record would have to be created in a direction in which the mapping does not work.</summary>
    public static BcSyncError NotRestorable(BrokenPair pair, TableMapping mapping, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.NotRestorable",
        FailureClass.Configuration,
        $"Mapping {mapping.Name} only works in direction {mapping.Direction}, so that nothing is created the other way.",
        $"Choose another resolution, or change the direction with Set-BcTableMapping -Name {mapping.Name.Typed()} -Direction Both.");

    /// <summary>The run left the surviving record alone.</summary>
    public static BcSyncError NotRestored(BrokenPair pair, string? reason, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.NotRestored",
        FailureClass.Data,
        $"The record was not created anew. {reason ?? "Its partner cannot be read any more."}",
        "Mend the surviving record and repeat the command, or remove the coupling with -Resolution RemoveCoupling.");

    /// <summary>The failure as an error about the pair.</summary>
    public static BcSyncError Of(BrokenPair pair, DateTimeOffset now, PlanFailure failure) =>
        Of(pair, now, failure.ErrorId, failure.Class, failure.Message, failure.RecommendedAction);

    private static BcSyncError Of(
        BrokenPair pair, DateTimeOffset now, string id, FailureClass failureClass, string message, string next) =>
        ErrorCatalog.Create(now, id, failureClass, message, next) with
        {
            Mapping = pair.Coupling.Mapping,
            BcId = pair.Coupling.BcId,
            BcNo = pair.Coupling.BcNo,
            SalesId = pair.Coupling.SalesId,
            SalesName = pair.Coupling.SalesName,
        };
}
