using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>Tells which records of the destination nobody is coupled to.</summary>
internal sealed class FreeRecords(ICouplingReader couplings)
{
    /// <summary>Those of the given records that are free.</summary>
    public async Task<IEnumerable<Record>> OfAsync(
        PassDefinition pass, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id).ToArray();
        var taken = pass.Destination is SystemSide.Sales
            ? await couplings.FindBySalesIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false)
            : await couplings.FindByBcIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var takenIds = taken.Select(coupling => coupling.IdOn(pass.Destination)).ToHashSet();
        return records.Where(record => !takenIds.Contains(record.Id));
    }
}
