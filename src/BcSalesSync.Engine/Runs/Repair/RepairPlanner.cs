using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>Decides what becomes of a broken coupling. Pure.</summary>
internal static class RepairPlanner
{
    /// <summary>The repair of a pair.</summary>
    /// <param name="mapping">Its mapping, whose rule for deletions holds where nothing was asked for.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="asked">What a person asked for.</param>
    /// <param name="now">The time (UTC).</param>
    public static BcCouplingRepair Plan(TableMapping mapping, BrokenPair pair, CouplingRepair? asked, DateTimeOffset now)
    {
        var action = pair.Missing is MissingRecord.Both ? CouplingRepair.RemoveCoupling : asked ?? Rule(mapping);
        var error = action switch
        {
            CouplingRepair.Report => RepairErrors.Undecided(pair, now),
            CouplingRepair.RestoreRecord when !mapping.Direction.Includes(FromSurvivor(pair)) => RepairErrors.NotRestorable(pair, mapping, now),
            CouplingRepair.DeleteRecord when !IsDeletable(mapping, pair) => RepairErrors.NotDeletable(pair, mapping, now),
            _ => null,
        };
        return new BcCouplingRepair { Coupling = pair.ToContract(mapping), Action = action, Error = error };
    }

    /// <summary>The direction in which the surviving record is carried over.</summary>
    public static SyncDirection FromSurvivor(BrokenPair pair) =>
        pair.Survivor is SystemSide.BusinessCentral ? SyncDirection.ToSales : SyncDirection.ToBusinessCentral;

    // A record that only gives its values away is none of Sales' or Business Central's to delete, and where a mapping has a parent its record
    // may be more than the pair stands for: the price of a product is a column of the item.
    private static bool IsDeletable(TableMapping mapping, BrokenPair pair) =>
        mapping.Parent is null && mapping.Direction.Includes(ToSurvivor(pair));

    private static SyncDirection ToSurvivor(BrokenPair pair) =>
        pair.Survivor is SystemSide.BusinessCentral ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales;

    private static CouplingRepair Rule(TableMapping mapping) => mapping.DeletionConflict switch
    {
        DeletionConflictPolicy.RestoreRecord => CouplingRepair.RestoreRecord,
        DeletionConflictPolicy.RemoveCoupling => CouplingRepair.RemoveCoupling,
        _ => CouplingRepair.Report,
    };
}
