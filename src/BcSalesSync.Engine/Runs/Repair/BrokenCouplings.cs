using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Finds couplings whose records are gone. A whole mapping is compared with the ids of both systems; chosen couplings are looked up, many
/// with each request.
/// </summary>
internal sealed class BrokenCouplings(EngineParts parts)
{
    private const int Chunk = 500;

    /// <summary>Broken couplings of a mapping that fit a condition.</summary>
    public IAsyncEnumerable<BrokenPair> FindAsync(TableMapping mapping, CouplingCondition condition, CancellationToken cancellationToken) =>
        condition is { Skipped: false, Failed: false, BcId: null, BcNo: null, SalesId: null, SalesName: null }
            ? FindAllAsync(mapping, cancellationToken)
            : FindAmongAsync(mapping, condition, cancellationToken);

    /// <summary>The broken ones of given couplings of one mapping.</summary>
    public async Task<IReadOnlyList<BrokenPair>> CheckAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var bc = await ExistingAsync(mapping, SystemSide.BusinessCentral, couplings, cancellationToken).ConfigureAwait(false);
        var sales = await ExistingAsync(mapping, SystemSide.Sales, couplings, cancellationToken).ConfigureAwait(false);
        return
        [
            .. couplings.Select(coupling => new BrokenPair(
                    coupling,
                    Missing(bc.ContainsKey(coupling.BcId), sales.ContainsKey(coupling.SalesId)),
                    bc.GetValueOrDefault(coupling.BcId) ?? sales.GetValueOrDefault(coupling.SalesId)))
                .Where(pair => pair.Missing is not MissingRecord.None),
        ];
    }

    /// <summary>The broken ones of couplings as a person has them; those that are not stored like that any more are left out.</summary>
    public async Task<IReadOnlyList<BrokenPair>> CheckAsync(
        TableMapping mapping, IReadOnlyList<BcCoupling> couplings, CancellationToken cancellationToken)
    {
        var partners = couplings.ToDictionary(coupling => coupling.BcId, coupling => coupling.SalesId);
        var stored = await parts.State.Couplings.FindByBcIdAsync(mapping.Family, partners.Keys, cancellationToken).ConfigureAwait(false);
        CouplingState[] same = [.. stored.Where(coupling => coupling.Mapping == mapping.Name && partners[coupling.BcId] == coupling.SalesId)];
        return same.Length == 0 ? [] : await CheckAsync(mapping, same, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of given couplings whose records are both gone; Sales is asked only about what Business Central does not have.</summary>
    public async Task<IReadOnlyList<CouplingState>> LostAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var bc = await ExistingAsync(mapping, SystemSide.BusinessCentral, couplings, cancellationToken).ConfigureAwait(false);
        var doubtful = couplings.Where(coupling => !bc.ContainsKey(coupling.BcId)).ToArray();
        if (doubtful.Length == 0)
            return [];
        var sales = await ExistingAsync(mapping, SystemSide.Sales, doubtful, cancellationToken).ConfigureAwait(false);
        return [.. doubtful.Where(coupling => !sales.ContainsKey(coupling.SalesId))];
    }

    private async IAsyncEnumerable<BrokenPair> FindAllAsync(TableMapping mapping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bc = await GoneAsync(mapping, SystemSide.BusinessCentral, cancellationToken).ConfigureAwait(false);
        var sales = await GoneAsync(mapping, SystemSide.Sales, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in bc.Chunk(Chunk))
        {
            var found = await parts.State.Couplings.FindByBcIdAsync(mapping.Family, chunk, cancellationToken).ConfigureAwait(false);
            foreach (var coupling in found.Where(coupling => coupling.Mapping == mapping.Name))
                yield return new BrokenPair(coupling, Missing(false, !sales.Contains(coupling.SalesId)));
        }

        foreach (var chunk in sales.Chunk(Chunk))
        {
            var found = await parts.State.Couplings.FindBySalesIdAsync(mapping.Family, chunk, cancellationToken).ConfigureAwait(false);
            foreach (var coupling in found.Where(coupling => coupling.Mapping == mapping.Name && !bc.Contains(coupling.BcId)))
                yield return new BrokenPair(coupling, MissingRecord.Sales);
        }
    }

    private async IAsyncEnumerable<BrokenPair> FindAmongAsync(
        TableMapping mapping, CouplingCondition condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<CouplingState>(Chunk);
        await foreach (var coupling in parts.State.Couplings.ReadAsync(mapping.Name, condition, cancellationToken).ConfigureAwait(false))
        {
            chunk.Add(coupling);
            if (chunk.Count < Chunk)
                continue;
            foreach (var pair in await CheckAsync(mapping, chunk, cancellationToken).ConfigureAwait(false))
                yield return pair;
            chunk.Clear();
        }

        foreach (var pair in chunk.Count == 0 ? [] : await CheckAsync(mapping, chunk, cancellationToken).ConfigureAwait(false))
            yield return pair;
    }

    private async Task<HashSet<Guid>> GoneAsync(TableMapping mapping, SystemSide side, CancellationToken cancellationToken)
    {
        var gone = new HashSet<Guid>();
        await foreach (var chunk in new GoneRecords(parts.Endpoints, parts.State.Couplings).FindAsync(mapping, side, cancellationToken)
            .ConfigureAwait(false))
            gone.UnionWith(chunk);
        return gone;
    }

    // The ids that exist with their tokens. A table that the connection does not offer tells nothing about its records.
    private async Task<Dictionary<Guid, string?>> ExistingAsync(
        TableMapping mapping, SystemSide side, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var tableName = side is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        var ids = couplings.Select(coupling => coupling.IdOn(side)).ToArray();
        if (await parts.Endpoints.On(side).GetSchemaAsync(tableName, cancellationToken).ConfigureAwait(false) is not { } table)
            return ids.Distinct().ToDictionary(id => id, _ => (string?)null);
        string[] columns = [.. new[] { table.NumberColumn, table.NameColumn }.OfType<string>().Distinct()];
        var rows = await parts.Endpoints.On(side).ReadByIdAsync(tableName, columns, ids, cancellationToken).ConfigureAwait(false);
        return rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.ETag);
    }

    private static MissingRecord Missing(bool inBc, bool inSales) => (inBc, inSales) switch
    {
        (true, true) => MissingRecord.None,
        (true, false) => MissingRecord.Sales,
        (false, true) => MissingRecord.BusinessCentral,
        _ => MissingRecord.Both,
    };
}
