using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Both systems and the couplings at one moment.</summary>
internal sealed record LifePicture(
    IReadOnlyDictionary<Guid, JsonObject> Bc, IReadOnlyDictionary<Guid, JsonObject> Sales, IReadOnlyList<BcCoupling> Couplings)
{
    public static async Task<LifePicture> TakeAsync(SyncWorld world) => new(
        (await world.Desk.RowsAsync("bc", "customers")).ToDictionary(row => row["id"]!.GetValue<Guid>()),
        (await world.Desk.RowsAsync("sales", "accounts")).ToDictionary(row => row["accountid"]!.GetValue<Guid>()),
        await world.CouplingsAsync("CUSTOMER"));

    /// <summary>Pairs of which both records exist.</summary>
    public IEnumerable<BcCoupling> Whole => Couplings.Where(pair => Bc.ContainsKey(pair.BcId) && Sales.ContainsKey(pair.SalesId));

    /// <summary>Records, of either side, in whole pairs.</summary>
    public HashSet<Guid> Paired => [.. Whole.SelectMany(pair => new[] { pair.BcId, pair.SalesId })];

    /// <summary>A value of a customer; empty text when blank or when there is no such customer.</summary>
    public string BcValue(Guid id, LifeField field) => LifeField.Shown(Bc.GetValueOrDefault(id), field.Bc);

    /// <summary>A value of an account.</summary>
    public string SalesValue(Guid id, LifeField field) => LifeField.Shown(Sales.GetValueOrDefault(id), field.Sales);

    /// <summary>True when the pair is shown as not in step.</summary>
    public static bool IsReported(BcCoupling pair) =>
        pair.Skipped || pair.ToSalesResult is SyncOutcome.Failure || pair.ToBusinessCentralResult is SyncOutcome.Failure;
}
