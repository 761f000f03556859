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
        var taken = await couplings.FindByIdAsync(pass.Destination, pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var takenIds = taken.Select(coupling => coupling.IdOn(pass.Destination)).ToHashSet();
        return records.Where(record => !takenIds.Contains(record.Id));
    }
}
