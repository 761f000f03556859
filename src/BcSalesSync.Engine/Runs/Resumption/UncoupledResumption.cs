using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>
/// Takes records up again that failed before they had a partner, parked or waiting for their next try. That they failed before is kept, so
/// that their counterpart is created even where a mapping only synchronises coupled records: somebody asked for it once.
/// </summary>
internal sealed class UncoupledResumption(EngineParts parts, TableMapping mapping)
{
    /// <summary>Makes the records due that the query names, all of the mapping if it names none.</summary>
    public async IAsyncEnumerable<PendingRecord> ResumeAsync(
        CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in FindAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var failed = chunk.Where(record => record.Class is not null).ToArray();
            var now = parts.Clock.GetUtcNow();
            var due = failed.Select(record => record.TakenUp(now));
            await parts.State.CommitAsync(new StateChange { Pending = [.. due], Now = now }, cancellationToken).ConfigureAwait(false);
            foreach (var record in failed)
                yield return record;
        }
    }

    /// <summary>Records of the mapping without a partner that failed, those taken up again since included, in chunks.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PendingRecord>> FindAsync(
        CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = query.Records is { BcId: null, SalesId: null } or null
            ? parts.State.Pending.FailedAsync(mapping.Name, cancellationToken)
            : ByIdAsync(query.Records, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            var named = page.Where(record => Fits(record, query)).ToArray();
            if (await UncoupledAsync(named, cancellationToken).ConfigureAwait(false) is { Length: > 0 } uncoupled)
                yield return uncoupled;
        }
    }

    private static bool Fits(PendingRecord record, CouplingQuery query)
    {
        if (query.Records is not { BcId: null, SalesId: null } records)
            return true;
        var name = record.Direction is SyncDirection.ToSales ? records.BcNo : records.SalesName;
        return name is not null && query.Fits(name, record.SourceName);
    }

    private async IAsyncEnumerable<IReadOnlyList<PendingRecord>> ByIdAsync(
        RecordSelector records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var direction in SyncDirection.Both.Passes())
        {
            if ((direction is SyncDirection.ToSales ? records.BcId : records.SalesId) is not { } id)
                continue;
            var found = await parts.State.Pending.FindAsync(mapping.Name, direction, [id], cancellationToken).ConfigureAwait(false);
            yield return [.. found.Where(record => record.Attempts > 0)];
        }
    }

    private async Task<PendingRecord[]> UncoupledAsync(PendingRecord[] records, CancellationToken cancellationToken)
    {
        var coupled = new HashSet<Guid>();
        foreach (var side in records.GroupBy(record => record.Direction))
        {
            Guid[] ids = [.. side.Select(record => record.SourceId)];
            var source = side.Key is SyncDirection.ToSales ? SystemSide.BusinessCentral : SystemSide.Sales;
            var couplings = await parts.State.Couplings.FindByIdAsync(source, mapping.Family, ids, cancellationToken).ConfigureAwait(false);
            coupled.UnionWith(couplings.Where(coupling => coupling.Mapping == mapping.Name).Select(coupling => coupling.IdOn(source)));
        }

        return [.. records.Where(record => !coupled.Contains(record.SourceId))];
    }
}
