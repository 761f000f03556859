using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>Both systems and the couplings at one moment.</summary>
/// <param name="Bc">Records of Business Central.</param>
/// <param name="Sales">Rows of Sales.</param>
/// <param name="Couplings">What is coupled, whether or not it is still there.</param>
/// <param name="Refused">Records and rows that the log of errors names.</param>
/// <param name="Links">What references can name.</param>
internal sealed record LifePicture(
    IReadOnlyDictionary<Guid, JsonObject> Bc, IReadOnlyDictionary<Guid, JsonObject> Sales, IReadOnlyList<BcCoupling> Couplings, IReadOnlySet<Guid> Refused, LifeLinks Links)
{
    public static async Task<LifePicture> TakeAsync(SyncWorld world, LifeMapping mapping, LifeLinks links)
    {
        var sample = mapping.Sample;
        return new(
            (await world.Desk.RowsAsync("bc", sample.BcSet)).Where(row => mapping.InBc(row) && IsLinked(mapping, field => field.ShownInBc(row, links), links))
                .ToDictionary(row => row["id"]!.GetValue<Guid>()),
            (await world.Desk.RowsAsync("sales", sample.SalesSet)).Where(row => mapping.InSales(row) && IsLinked(mapping, field => field.ShownInSales(row), links))
                .ToDictionary(row => row[sample.SalesKey]!.GetValue<Guid>()),
            await world.CouplingsAsync(mapping.Name),
            await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = mapping.Name }, default)
                .SelectMany(error => new[] { error.BcId, error.SalesId }.OfType<Guid>().ToAsyncEnumerable()).ToHashSetAsync(),
            links);
    }

    /// <summary>Pairs of which both records exist.</summary>
    public IEnumerable<BcCoupling> Whole => Couplings.Where(pair => Bc.ContainsKey(pair.BcId) && Sales.ContainsKey(pair.SalesId));

    /// <summary>Records, of either side, in whole pairs.</summary>
    public HashSet<Guid> Paired => [.. Whole.SelectMany(pair => new[] { pair.BcId, pair.SalesId })];

    /// <summary>A value in Business Central; empty text when blank or when there is no such record.</summary>
    public string BcValue(Guid id, LifeField field) => field.ShownInBc(Bc.GetValueOrDefault(id), Links);

    /// <summary>A value in Sales.</summary>
    public string SalesValue(Guid id, LifeField field) => field.ShownInSales(Sales.GetValueOrDefault(id));

    /// <summary>True when the pair is shown as not in step.</summary>
    public static bool IsReported(BcCoupling pair) =>
        pair.Skipped || pair.ToSalesResult is SyncOutcome.Failure || pair.ToBusinessCentralResult is SyncOutcome.Failure;

    // Records that refer to something else belong to other people.
    private static bool IsLinked(LifeMapping mapping, Func<LifeField, string> shown, LifeLinks links) =>
        mapping.Fields.All(field => field.Kind is not LifeFieldKind.Link || links.AreInSales(shown(field)));
}
