using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents;

/// <summary>Finds the couplings of records that were named, and tells which of them have none.</summary>
/// <param name="couplings">The couplings.</param>
/// <param name="family">Family of the records.</param>
/// <param name="warn">Hears of names without a coupling; the names stand at its end.</param>
internal sealed class NamedCouplings(ICouplingReader couplings, string family, Action<string> warn)
{
    /// <summary>The couplings, each once.</summary>
    public async Task<IReadOnlyList<CouplingState>> FindAsync(
        IReadOnlyList<Guid> ids, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var byId = await couplings.FindByBcIdAsync(family, [.. ids], cancellationToken).ConfigureAwait(false);
        var byNo = await couplings.FindByBcNoAsync(family, [.. numbers], cancellationToken).ConfigureAwait(false);
        string[] unknown =
        [
            .. numbers.Where(number => !byNo.Any(coupling => string.Equals(coupling.BcNo, number, StringComparison.OrdinalIgnoreCase))),
            .. ids.Where(id => byId.All(coupling => coupling.BcId != id)).Select(id => id.ToString()),
        ];
        if (unknown.Length > 0)
            warn(string.Join(", ", unknown));
        return [.. byId.Concat(byNo).DistinctBy(coupling => coupling.BcId)];
    }
}
