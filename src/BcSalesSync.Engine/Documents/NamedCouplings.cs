using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>Finds the couplings of records of Business Central that were named, and tells which of them have none.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="family">Family of the records.</param>
/// <param name="noun">What one of them is called, such as Customer.</param>
/// <param name="warn">Hears of records that are there without a coupling; their names stand at its end.</param>
internal sealed class NamedCouplings(EngineParts parts, string family, string noun, Action<string> warn)
{
    private const string Number = "number";

    /// <summary>One failure for each name that stands for no record.</summary>
    public IReadOnlyList<BcSyncError> Missing { get; private set; } = [];

    /// <summary>The couplings, each once.</summary>
    public async Task<IReadOnlyList<CouplingState>> FindAsync(
        IReadOnlyList<Guid> ids, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var byId = await parts.State.Couplings.FindByBcIdAsync(family, [.. ids], cancellationToken).ConfigureAwait(false);
        var byNo = await parts.State.Couplings.FindByBcNoAsync(family, [.. numbers], cancellationToken).ConfigureAwait(false);
        string[] freeNumbers =
        [
            .. numbers.Except(byNo.Select(coupling => coupling.BcNo).OfType<string>(), StringComparer.OrdinalIgnoreCase),
        ];
        Guid[] freeIds = [.. ids.Except(byId.Select(coupling => coupling.BcId))];
        if (freeNumbers.Length + freeIds.Length > 0)
            await SortOutAsync(freeIds, freeNumbers, cancellationToken).ConfigureAwait(false);
        return [.. byId.Concat(byNo).DistinctBy(coupling => coupling.BcId)];
    }

    private async Task SortOutAsync(Guid[] ids, string[] numbers, CancellationToken cancellationToken)
    {
        var table = family.Split('|')[0];
        var system = parts.Endpoints.BusinessCentral;
        var byId = ids.Length == 0 ? [] : await system.ReadByIdAsync(table, [Number], ids, cancellationToken).ConfigureAwait(false);
        var byNumber = numbers.Length == 0 ? [] : await system
            .ReadByValueAsync(table, [Number], Number, [.. numbers.Select(FieldValue.Text)], cancellationToken).ConfigureAwait(false);
        string[] uncoupled = [.. byNumber.Concat(byId).Select(record => record[Number].ToString()).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (uncoupled.Length > 0)
            warn(string.Join(", ", uncoupled));
        Missing =
        [
            .. numbers.Except(uncoupled, StringComparer.OrdinalIgnoreCase).Select(number => NotFound(number) with { BcNo = number }),
            .. ids.Except(byId.Select(record => record.Id)).Select(id => NotFound(id.ToString()) with { BcId = id }),
        ];
    }

    private BcSyncError NotFound(string name) => ErrorCatalog.Create(
        parts.Clock.GetUtcNow(),
        $"BcSync.{noun}.NotFound",
        FailureClass.Data,
        $"There is no {noun.ToLowerInvariant()} '{name}' in Business Central.",
        $"Give the number of {(noun is "Item" ? "an item" : $"a {noun.ToLowerInvariant()}")} that is there, with -BcNo, or its SystemId, with -BcId.");
}
