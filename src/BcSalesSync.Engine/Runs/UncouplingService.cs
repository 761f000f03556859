using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

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
            var mapping = mappings.All.Find(group.Key, parts.Clock.GetUtcNow());
            foreach (var chunk in group.Chunk(Chunk))
            {
                var stored = await parts.State.Couplings
                    .FindByBcIdAsync(mapping.Family, [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false);
                foreach (var outcome in await removal.RemoveAsync(mapping, stored, cancellationToken).ConfigureAwait(false))
                    yield return outcome;
            }
        }
    }
}
