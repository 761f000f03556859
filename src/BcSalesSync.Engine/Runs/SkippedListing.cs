using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Repair;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Lists skipped couplings of several mappings as one, the newest failure first. A coupling whose records are both gone is of no use to
/// anybody: it is not shown, and removed on the way if that touches nothing else (spec/engine.md 6, scenario SKP-149).
/// </summary>
internal sealed class SkippedListing(EngineParts parts, MappingSet mappings, ISyncObserver? observer)
{
    private const int Page = 500;

    /// <summary>The list.</summary>
    public async IAsyncEnumerable<BcCoupling> ReadAsync(
        IReadOnlyList<TableMapping> wanted, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var byName = wanted.ToDictionary(mapping => mapping.Name);
        var page = new List<CouplingState>(Page);
        await foreach (var coupling in parts.State.Couplings
            .ReadAsync(wanted.Count == 1 ? wanted[0].Name : null, condition, cancellationToken).ConfigureAwait(false))
        {
            if (byName.ContainsKey(coupling.Mapping))
                page.Add(coupling);
            if (page.Count < Page)
                continue;
            foreach (var kept in await WithoutLostAsync(page, byName, cancellationToken).ConfigureAwait(false))
                yield return kept.ToContract(byName[kept.Mapping]);
            page.Clear();
        }

        foreach (var kept in await WithoutLostAsync(page, byName, cancellationToken).ConfigureAwait(false))
            yield return kept.ToContract(byName[kept.Mapping]);
    }

    // A system that does not answer must not keep the list from an admin who looks for what is wrong.
    private async Task<IReadOnlyList<CouplingState>> WithoutLostAsync(
        IReadOnlyList<CouplingState> page, Dictionary<string, TableMapping> byName, CancellationToken cancellationToken)
    {
        var lost = new HashSet<CouplingState>(ReferenceEqualityComparer.Instance);
        foreach (var group in page.GroupBy(coupling => coupling.Mapping))
        {
            try
            {
                lost.UnionWith(await RemoveLostAsync(byName[group.Key], [.. group], cancellationToken).ConfigureAwait(false));
            }
            catch (EndpointException problem)
            {
                observer?.Verbose(
                    $"{group.Key}: pairs that lost both records are listed too or not removed yet, as {WriteFailures.Name(problem.Side)} could "
                        + $"not be asked: {problem.Failure.Message}");
            }
        }

        return [.. page.Where(coupling => !lost.Contains(coupling))];
    }

    private async Task<IReadOnlyList<CouplingState>> RemoveLostAsync(
        TableMapping mapping, CouplingState[] couplings, CancellationToken cancellationToken)
    {
        var lost = await new BrokenCouplings(parts).LostAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        if (lost.Count > 0)
            await RemoveQuietlyAsync(mapping, lost, cancellationToken).ConfigureAwait(false);
        return lost;
    }

    // Who reads a list expects nothing to be written in either system, nor to wait for a run; Repair-BcCoupling removes what is left.
    private async Task RemoveQuietlyAsync(TableMapping mapping, IReadOnlyList<CouplingState> lost, CancellationToken cancellationToken)
    {
        var (lease, _) = await MappingLease.TryTakeAsync(parts, mapping.Name, parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            observer?.Verbose($"{mapping.Name}: {lost.Count} pairs that lost both records are not removed, as a run works on the mapping.");
            return;
        }

        await using (lease.ConfigureAwait(false))
        {
            var removal = new CouplingRemoval(parts with { State = lease.State, Endpoints = lease.Endpoints }, mappings, RemovalRule.AsRead);
            if (await removal.HasDependantsAsync(mapping, lost, cancellationToken).ConfigureAwait(false))
                observer?.Verbose(
                    $"{mapping.Name}: {lost.Count} pairs that lost both records are not removed, as others hang on them: use Repair-BcCoupling.");
            else
                await removal.ForgetAsync(mapping, lost, new JobCounts(), cancellationToken).ConfigureAwait(false);
        }
    }
}
