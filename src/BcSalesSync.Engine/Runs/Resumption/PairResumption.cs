using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Repair;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>
/// Takes skipped pairs up again: they are due in every direction of their mapping. A pair that lost a record would only fail as before,
/// so it is left out until the mapping has a rule for deletions (spec/engine.md 3.6, 3.8).
/// </summary>
internal sealed class PairResumption(EngineParts parts, TableMapping mapping)
{
    private const int Chunk = 500;

    /// <summary>Takes up the skipped pairs that can go on.</summary>
    /// <param name="condition">Which pairs; those that are not skipped are left alone.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    public async IAsyncEnumerable<CouplingState> ResumeAsync(
        CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skipped = new List<CouplingState>();
        await foreach (var coupling in parts.State.Couplings.ReadAsync(mapping.Name, condition with { Skipped = true }, cancellationToken)
            .ConfigureAwait(false))
            skipped.Add(coupling);
        foreach (var chunk in skipped.Chunk(Chunk))
        {
            foreach (var coupling in await ResumeAsync(chunk, cancellationToken).ConfigureAwait(false))
                yield return coupling;
        }
    }

    private async Task<IReadOnlyList<CouplingState>> ResumeAsync(IReadOnlyList<CouplingState> skipped, CancellationToken cancellationToken)
    {
        var whole = await WithoutBrokenAsync(skipped, cancellationToken).ConfigureAwait(false);
        var now = parts.Clock.GetUtcNow();
        var resumed = whole.Select(coupling => coupling with { Skipped = false }).ToArray();
        var clashes = await parts.State.SaveAsync(overtaken => Change([.. resumed.Without(overtaken)], now), cancellationToken)
            .ConfigureAwait(false);
        return [.. resumed.Without(clashes)];
    }

    private StateChange Change(IReadOnlyList<CouplingState> resumed, DateTimeOffset now) => new()
    {
        Couplings = resumed,
        Pending = [.. resumed.SelectMany(coupling => mapping.Direction.Passes(), (coupling, direction) => new PendingRecord
        {
            Mapping = mapping.Name,
            Direction = direction,
            SourceId = direction is SyncDirection.ToSales ? coupling.BcId : coupling.SalesId,
            NextTry = now,
        })],
        Now = now,
    };

    private async Task<IReadOnlyList<CouplingState>> WithoutBrokenAsync(
        IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (mapping.DeletionConflict is not DeletionConflictPolicy.Fail)
            return couplings;
        var broken = (await new BrokenCouplings(parts).CheckAsync(mapping, couplings, cancellationToken).ConfigureAwait(false))
            .Select(pair => pair.Coupling.BcId).ToHashSet();
        return [.. couplings.Where(coupling => !broken.Contains(coupling.BcId))];
    }
}
