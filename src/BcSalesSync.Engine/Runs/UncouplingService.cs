using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
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
