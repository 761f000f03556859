using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Finds couplings by the records of either side.</summary>
internal static class CouplingsBySide
{
    /// <summary>Couplings of a family by the ids that their records have on one side.</summary>
    public static Task<IReadOnlyList<CouplingState>> FindByIdAsync(
        this ICouplingReader couplings, SystemSide side, string family, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return Task.FromResult<IReadOnlyList<CouplingState>>([]);
        return side is SystemSide.BusinessCentral
            ? couplings.FindByBcIdAsync(family, ids, cancellationToken)
            : couplings.FindBySalesIdAsync(family, ids, cancellationToken);
    }

    /// <summary>Couplings of a family that have one of the records on either side, each once.</summary>
    public static async Task<IReadOnlyList<CouplingState>> FindByEitherIdAsync(
        this ICouplingReader couplings, string family, IReadOnlyCollection<Guid> bcIds, IReadOnlyCollection<Guid> salesIds,
            CancellationToken cancellationToken)
    {
        var ofBc = await couplings.FindByIdAsync(SystemSide.BusinessCentral, family, bcIds, cancellationToken).ConfigureAwait(false);
        var ofSales = await couplings.FindByIdAsync(SystemSide.Sales, family, salesIds, cancellationToken).ConfigureAwait(false);
        return [.. ofBc.Concat(ofSales).DistinctBy(coupling => coupling.BcId)];
    }
}
