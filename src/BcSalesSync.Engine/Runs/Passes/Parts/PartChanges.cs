using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>
/// Finds coupled records whose parts changed in Business Central, which does not touch the record itself for that (spec/documents.md 2.1). In
/// Sales it does.
/// </summary>
internal sealed class PartChanges(RunContext run, PassDefinition owners)
{
    /// <summary>Ids of the records, in pages, with how far reading has come.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<Guid> Owners, PageProgress Progress)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!owners.HasParts || owners.Source is not SystemSide.BusinessCentral || run.Mappings.PartsOf(owners.Mapping) is not { } mapping)
            yield break;
        var pass = await run.PassAsync(mapping, owners.Direction, cancellationToken).ConfigureAwait(false);
        var cursor = (await run.State.Pending.WatermarkAsync(mapping.Name, owners.Direction, cancellationToken).ConfigureAwait(false))?.Cursor;
        await foreach (var page in new ChangeStream(run.Endpoints, null, run.Observer).ReadAsync(pass, cursor, cancellationToken).ConfigureAwait(false))
        {
            var ids = page.Records.Select(part => part[mapping.Parent!.BcField].AsId()).OfType<Guid>()
                .Concat(await OwnersOfGoneAsync(mapping, page.GoneIds, cancellationToken).ConfigureAwait(false)).Distinct().ToArray();
            var coupled = await run.State.Couplings.FindByBcIdAsync(owners.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
            yield return (
                [.. coupled.Where(coupling => coupling.Mapping == owners.Mapping.Name).Select(coupling => coupling.BcId)],
                page.Cursor is { } next ? new PageProgress(new Watermark(mapping.Name, owners.Direction, next), null) : PageProgress.None);
        }
    }

    // What was last synchronised tells whose a part was that is gone.
    private async Task<IEnumerable<Guid>> OwnersOfGoneAsync(TableMapping mapping, IReadOnlyList<Guid> gone, CancellationToken cancellationToken)
    {
        if (gone.Count == 0)
            return [];
        var couplings = await run.State.Couplings.FindByBcIdAsync(mapping.Family, gone, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        return couplings.Select(coupling => coupling.Bc?.Values.GetValueOrDefault(mapping.Parent!.BcField).AsId()).OfType<Guid>();
    }

    // Parts that are gone on both sides: taken away by a run that ended before it saved that.
    private async Task ForgetAsync(TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return;
        var rows = await run.Endpoints.Sales.ReadByIdAsync(
            mapping.SalesTable, [mapping.Parent!.SalesField!], [.. couplings.Select(coupling => coupling.SalesId)], cancellationToken).ConfigureAwait(false);
        var there = rows.Select(row => row.Id).ToHashSet();
        CouplingState[] left = [.. couplings.Where(coupling => !there.Contains(coupling.SalesId))];
        if (left.Length > 0)
        {
            await run.State.CommitAsync(
                new StateChange { RemovedCouplings = left, Now = run.Parts.Clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        }
    }
}
