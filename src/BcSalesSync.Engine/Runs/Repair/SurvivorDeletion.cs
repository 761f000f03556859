using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Deletes records whose partner is gone, then their couplings: one who is interrupted in between finds a coupling both of whose records are
/// gone. A record that was changed since it was looked at stays. Whatever happens, what became of every record is told.
/// </summary>
internal sealed class SurvivorDeletion(EngineParts parts, MappingSet mappings)
{
    private readonly CouplingRemoval removal = new(parts, mappings, RemovalRule.AsRead);

    /// <summary>Deletes the survivors of pairs of one mapping that is held; outcomes are added as they come.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pairs">The pairs as they are now.</param>
    /// <param name="outcomes">Takes the outcomes.</param>
    /// <param name="cancellationToken">Keeps what was not sent yet from being deleted.</param>
    public async Task DeleteAsync(
        TableMapping mapping, IReadOnlyList<BrokenPair> pairs, List<Outcome<BcCoupling>> outcomes, CancellationToken cancellationToken)
    {
        foreach (var side in pairs.GroupBy(pair => pair.Survivor))
        {
            BrokenPair[] survivors = [.. side];
            var errors = await DeleteAsync(mapping, side.Key, survivors, cancellationToken).ConfigureAwait(false);
            outcomes.AddRange(survivors.Zip(errors).Where(item => item.Second is not null)
                .Select(item => Failed(mapping, item.First, item.Second!)));
            BrokenPair[] deleted = [.. survivors.Where((_, i) => errors[i] is null)];
            outcomes.AddRange(await ForgetAsync(mapping, deleted, survivors.Length - deleted.Length).ConfigureAwait(false));
        }
    }

    private async Task<BcSyncError?[]> DeleteAsync(
        TableMapping mapping, SystemSide side, BrokenPair[] survivors, CancellationToken cancellationToken)
    {
        var table = side is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        var writes = survivors.Select(pair => new RecordWrite
        {
            Kind = WriteKind.Delete,
            Id = pair.Coupling.IdOn(side),
            IfMatch = pair.SurvivorToken,
        }).ToArray();
        try
        {
            var outcomes = await parts.Endpoints.On(side).WriteAsync(table, writes, cancellationToken).ConfigureAwait(false);
            return [.. survivors.Zip(outcomes).Select(item => Error(side, item.First, item.Second))];
        }
        catch (EndpointException problem)
        {
            return [.. survivors.Select(pair => RepairErrors.NotDeleted(pair, problem.Failure.Message, Now))];
        }
        catch (OperationCanceledException)
        {
            return [.. survivors.Select(pair => RepairErrors.NotDeleted(pair, "The repair was stopped.", Now))];
        }
    }

    private BcSyncError? Error(SystemSide side, BrokenPair pair, WriteOutcome outcome) => outcome switch
    {
        { Status: WriteStatus.Done or WriteStatus.NotFound } => null,
        { Status: WriteStatus.Stale } => RepairErrors.SurvivorChanged(pair, Now),
        { Status: WriteStatus.Refused, Failure: { } failure } => RepairErrors.Of(pair, Now, WriteFailures.Refused(side, failure)),
        { Status: WriteStatus.NotSent, Failure: null } => RepairErrors.NotDeleted(pair, "The repair was stopped.", Now),
        _ => RepairErrors.NotDeleted(pair, outcome.Failure?.Message ?? $"{WriteFailures.Name(side)} did not answer.", Now),
    };

    private async Task<IReadOnlyList<Outcome<BcCoupling>>> ForgetAsync(TableMapping mapping, BrokenPair[] deleted, int failed)
    {
        var missing = deleted.ToDictionary(pair => pair.Coupling.BcId, pair => pair.Missing);
        try
        {
            var forgotten = await removal.ForgetAsync(
                mapping,
                [.. deleted.Select(pair => pair.Coupling)],
                new JobCounts { Deleted = deleted.Length, Failed = failed },
                CancellationToken.None).ConfigureAwait(false);
            var ids = forgotten.IdsOf(mapping);
            var standing = deleted.Where(pair => !ids.Contains(pair.Coupling.BcId));
            return
            [
                .. forgotten.Select(outcome => outcome.Marked(mapping, missing)),
                .. standing.Select(pair => Failed(mapping, pair, RepairErrors.StillCoupled(pair, "It was changed meanwhile.", Now))),
            ];
        }
        catch (Exception problem) when (problem is EndpointException or SyncException or ClaimLostException)
        {
            return [.. deleted.Select(pair => Failed(mapping, pair, RepairErrors.StillCoupled(pair, problem.Message, Now)))];
        }
    }

    private static Outcome<BcCoupling> Failed(TableMapping mapping, BrokenPair pair, BcSyncError error) =>
        new() { Error = error, Input = pair.ToContract(mapping) };

    private DateTimeOffset Now => parts.Clock.GetUtcNow();
}
