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

    /// <summary>The mapping does not write where the survivor is, or its record is more than the pair stands for.</summary>
    public static BcSyncError NotDeletable(BrokenPair pair, TableMapping mapping, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.NotDeletable",
        FailureClass.Configuration,
        mapping.Parent is { } parent
            ? $"What mapping {mapping.Name} synchronises belongs to a record of mapping {parent.Mapping} and is not deleted by itself."
            : $"Mapping {mapping.Name} only works in direction {mapping.Direction}, so that nothing in {WriteFailures.Name(pair.Survivor)} is deleted.",
        "Choose -Resolution RemoveCoupling or RestoreRecord, or delete the record by hand and repeat the command.");

    /// <summary>The surviving record was changed after it was looked at.</summary>
    public static BcSyncError SurvivorChanged(BrokenPair pair, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.SurvivorChanged",
        FailureClass.Conflict,
        $"The record in {WriteFailures.Name(pair.Survivor)} was changed meanwhile and was not deleted.",
        "Look at the record; if it is still to be deleted, repeat the command.");

    /// <summary>It is not known, or certain not to be, that the surviving record was deleted.</summary>
    public static BcSyncError NotDeleted(BrokenPair pair, string problem, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.NotDeleted",
        FailureClass.Transient,
        $"The record in {WriteFailures.Name(pair.Survivor)} was not deleted, as far as is known: {problem}",
        "Repeat the command: what is gone by then only loses its coupling.");

    /// <summary>The surviving record was deleted, and then its coupling could not be removed.</summary>
    public static BcSyncError StillCoupled(BrokenPair pair, string problem, DateTimeOffset now) => Of(
        pair,
        now,
        "BcSync.Coupling.StillCoupled",
        FailureClass.Transient,
        $"The record in {WriteFailures.Name(pair.Survivor)} was deleted, but its coupling is still there: {problem}",
        $"Remove it with Repair-BcCoupling -Mapping {pair.Coupling.Mapping.Typed()} -BcId {pair.Coupling.BcId}.");

    /// <summary>The pairs of some mappings could not be looked at; one error for all, as of one call.</summary>
    public static SyncException NotLookedAt(IReadOnlyList<SyncException> problems) => problems is [var only]
        ? only
        : new SyncException(
            problems[0].Error with
            {
                Mapping = null,
                Message = string.Join(' ', problems.Select(problem => $"{problem.Error.Mapping}: {problem.Error.Message}")),
            },
            problems[0]);

    /// <summary>The failure as an error about the pair.</summary>
    public static BcSyncError Of(BrokenPair pair, DateTimeOffset now, PlanFailure failure) =>
        Of(pair, now, failure.ErrorId, failure.Class, failure.Message, failure.RecommendedAction);

    private static BcSyncError Of(
        BrokenPair pair, DateTimeOffset now, string id, FailureClass failureClass, string message, string next) =>
        ErrorCatalog.Create(now, id, failureClass, message, next).About(pair.Coupling);
}
