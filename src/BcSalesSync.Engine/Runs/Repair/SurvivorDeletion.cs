using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Deletes records whose partner is gone, then their couplings: one who is interrupted in between finds a coupling both of whose records are
/// gone. No run works on the mapping meanwhile, as it might just be restoring the partner.
/// </summary>
internal sealed class SurvivorDeletion(EngineParts parts, MappingSet mappings)
{
    /// <summary>Deletes the survivors of pairs of one mapping.</summary>
    public async Task<IReadOnlyList<Outcome<BcCoupling>>> DeleteAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, CancellationToken cancellationToken)
    {
        await using var lease = await MappingLease.TakeAsync(parts, mapping.Name, parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        var removal = new CouplingRemoval(parts with { State = lease.State }, mappings);
        var outcomes = new List<Outcome<BcCoupling>>();
        foreach (var side in pairs.GroupBy(pair => pair.Survivor))
        {
            BrokenPair[] survivors = [.. side];
            var failures = await DeleteAsync(mapping, side.Key, survivors, cancellationToken).ConfigureAwait(false);
            var deleted = survivors.Where((_, i) => failures[i] is null).ToDictionary(pair => pair.Coupling.BcId);
            var forgotten = await removal.ForgetAsync(
                mapping,
                [.. deleted.Values.Select(pair => pair.Coupling)],
                new JobCounts { Deleted = deleted.Count, Failed = survivors.Length - deleted.Count },
                CancellationToken.None).ConfigureAwait(false);
            outcomes.AddRange(forgotten.Select(outcome => outcome.Value?.Mapping == mapping.Name
                && deleted.TryGetValue(outcome.Value.BcId, out var pair) ? outcome with { Value = pair.ToContract(mapping) } : outcome));
            outcomes.AddRange(survivors.Zip(failures).Where(item => item.Second is not null).Select(item => new Outcome<BcCoupling>
            {
                Error = RepairErrors.Of(item.First, parts.Clock.GetUtcNow(), item.Second!),
                Input = item.First.ToContract(mapping),
            }));
        }

        return outcomes;
    }

    private async Task<PlanFailure?[]> DeleteAsync(
        TableMapping mapping, SystemSide side, BrokenPair[] survivors, CancellationToken cancellationToken)
    {
        var table = side is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        var writes = survivors.Select(pair => new RecordWrite { Kind = WriteKind.Delete, Id = pair.Coupling.IdOn(side) }).ToArray();
        var outcomes = await parts.Endpoints.On(side).WriteAsync(table, writes, cancellationToken).ConfigureAwait(false);
        return [.. outcomes.Select(outcome => outcome switch
        {
            { Status: WriteStatus.Done or WriteStatus.NotFound } => null,
            { Status: WriteStatus.Refused, Failure: { } failure } => WriteFailures.Refused(side, failure),
            _ => WriteFailures.Unsettled(side, outcome.Status, outcome.Failure),
        })];
    }
}
