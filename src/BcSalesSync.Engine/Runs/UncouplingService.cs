using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>Removes couplings that were chosen.</summary>
public sealed class UncouplingService(EngineParts parts, MappingSet mappings)
{
    private const int Chunk = 500;

    /// <summary>Removes couplings; one that is not there is passed over (spec/engine.md 1.5).</summary>
    public async IAsyncEnumerable<Outcome<BcCoupling>> UncoupleAsync(
        IReadOnlyList<BcCoupling> couplings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var removal = new CouplingRemoval(parts, mappings);
        foreach (var group in couplings.GroupBy(coupling => coupling.Mapping, StringComparer.OrdinalIgnoreCase))
        {
            if (UnmappedDocuments.Named(group.Key, mappings.All) is [var documents])
            {
                foreach (var outcome in await UncoupleAsync(documents, [.. group], cancellationToken).ConfigureAwait(false))
                    yield return outcome;
                continue;
            }

            var mapping = mappings.All.Find(group.Key, parts.Clock.GetUtcNow());
            foreach (var chunk in group.Chunk(Chunk))
            {
                var stored = await parts.State.Couplings
                    .FindByBcIdAsync(mapping.Family, [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
                var meant = chunk.ToLookup(coupling => coupling.BcId);
                var pairs = stored.ToLookup(coupling => meant[coupling.BcId].Any(given => given.SalesId == coupling.SalesId));
                foreach (var other in pairs[false])
                    yield return CoupledOtherwise(meant[other.BcId].First(), other);
                foreach (var outcome in await removal.RemoveAsync(mapping, [.. pairs[true]], cancellationToken).ConfigureAwait(false))
                    yield return outcome with { Input = Given(outcome.Input, mapping, meant) };
            }
        }
    }

    // Nothing is written to either document.
    private async Task<IEnumerable<Outcome<BcCoupling>>> UncoupleAsync(
        UnmappedDocuments documents, IReadOnlyList<BcCoupling> given, CancellationToken cancellationToken)
    {
        var stored = await parts.State.Couplings
            .FindByBcIdAsync(documents.Family, [.. given.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
        var meant = stored.Where(coupling => given.Any(wanted => wanted.BcId == coupling.BcId && wanted.SalesId == coupling.SalesId)).ToArray();
        var removed = await new Uncoupler(parts.Endpoints, parts.State, parts.Clock).ForgetAsync(meant).ConfigureAwait(false);
        return removed.Select(coupling => given.First(wanted => wanted.BcId == coupling.BcId && wanted.SalesId == coupling.SalesId))
            .Select(coupling => new Outcome<BcCoupling> { Value = coupling, Input = coupling });
    }

    private Outcome<BcCoupling> CoupledOtherwise(BcCoupling meant, CouplingState stands) => new()
    {
        Error = CouplingErrors.CoupledOtherwise(meant, stands, parts.Clock.GetUtcNow()),
        Input = meant,
    };

    // The very object that was given, so that whoever gave it finds it again.
    private static object? Given(object? removed, TableMapping mapping, ILookup<Guid, BcCoupling> meant) =>
        removed is BcCoupling coupling && coupling.Mapping == mapping.Name
            ? meant[coupling.BcId].FirstOrDefault(given => given.SalesId == coupling.SalesId) ?? removed
            : removed;
}
