using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Removes mappings; the records of both sides stay.</summary>
internal sealed class TableRemoval(EngineParts parts, MappingService mappings)
{
    private const int Chunk = 500;

    /// <summary>Removes a mapping, and its couplings when that is allowed.</summary>
    /// <exception cref="SyncException">It has couplings, another mapping needs it, or a run works on it.</exception>
    public async Task<(TableMapping Mapping, MappingSet Set)> RemoveAsync(
        string name, bool removeCouplings, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var mapping = set.All.Find(name, now);
        RefuseWhileNeeded(mapping, set, now);
        if (removeCouplings)
            await UncoupleAsync(mapping, set, cancellationToken).ConfigureAwait(false);
        var lease = await MappingLease.TakeAsync(parts, mapping.Name, parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var left = (await parts.State.Couplings.CountAsync(mapping.Name, cancellationToken).ConfigureAwait(false)).Couplings;
            if (left > 0)
                throw new SyncException(MappingErrors.CouplingsExist(now, mapping.Name, left));
            await parts.State.CommitAsync(
                new StateChange { RemovedMappings = [new MappingRemoval(mapping.Name, WithCouplings: true)], Now = now },
                cancellationToken).ConfigureAwait(false);
        }

        return (mapping, set);
    }

    // Default mappings do without those that are not set up; a row of the admin's own was refused without its mapping, and still would be.
    private static void RefuseWhileNeeded(TableMapping mapping, MappingSet set, DateTimeOffset now)
    {
        foreach (var other in set.All.Where(other => other.Name != mapping.Name))
        {
            var standard = DefaultMappings.All.Where(known => known.Name == other.Name).SelectMany(known => known.Fields).ToHashSet();
            var row = other.Fields.FirstOrDefault(row => !standard.Contains(row)
                && mapping.Name.Equals(row.LookupMapping, StringComparison.OrdinalIgnoreCase));
            if (row is not null)
                throw new SyncException(MappingErrors.InUse(now, mapping.Name, other.Name, RowName.Of(row)));
        }
    }

    private async Task UncoupleAsync(TableMapping mapping, MappingSet set, CancellationToken cancellationToken)
    {
        var search = new CouplingSearch(parts, set);
        var service = new UncouplingService(parts, set);
        while (true)
        {
            var couplings = new List<BcCoupling>(Chunk);
            await foreach (var coupling in search.FindAsync(new CouplingQuery { Mapping = mapping.Name }, cancellationToken)
                .ConfigureAwait(false))
            {
                couplings.Add(coupling);
                if (couplings.Count == Chunk)
                    break;
            }

            if (couplings.Count == 0)
                return;
            await foreach (var outcome in service.UncoupleAsync(couplings, cancellationToken).ConfigureAwait(false))
            {
                if (outcome.Error is { } error)
                    throw new SyncException(error);
            }
        }
    }
}
