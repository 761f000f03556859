using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Finds couplings that go along when others are removed, such as those of contacts under a customer: they lie under the removed ones on
/// both sides (spec/engine.md 1.5, spec/mappings.md 1.4).
/// </summary>
internal sealed class DependantCouplings(EndpointPair endpoints, IStateStore state, TableMapping child, TableMapping parent)
{
    private readonly string[] salesColumns = [.. Rows(child, parent).Select(row => row.SalesField!).Distinct()];
    private readonly string[] bcColumns = [.. child.Fields.Where(row => row.UncouplesAlong).Select(row => row.BcField).OfType<string>().Distinct()];

    /// <summary>Mappings whose couplings go along with those of a mapping.</summary>
    public static IEnumerable<TableMapping> MappingsUnder(MappingSet mappings, TableMapping parent) =>
        mappings.All.Where(child => Rows(child, parent).Any());

    /// <summary>The couplings under the given ones.</summary>
    public async Task<IReadOnlyList<CouplingState>> OfAsync(IReadOnlyList<CouplingState> parents, CancellationToken cancellationToken)
    {
        var rows = parents.Select(coupling => coupling.SalesId).ToHashSet();
        var owners = parents.Select(coupling => coupling.BcId).ToHashSet();
        var known = await KnownAsync(rows, cancellationToken).ConfigureAwait(false);
        var moved = await MovedAsync(known, rows, cancellationToken).ConfigureAwait(false);
        var found = await FoundAsync(rows, cancellationToken).ConfigureAwait(false);
        return
        [
            .. known.Where(coupling => !moved.Contains(coupling.SalesId)).Concat(found).DistinctBy(coupling => coupling.SalesId)
                .Where(coupling => !BelongsToOther(coupling, owners)),
        ];
    }

    private static IEnumerable<FieldMapping> Rows(TableMapping child, TableMapping parent) =>
        child.Fields.Where(row => row.UncouplesAlong && row.LookupMapping == parent.Name);

    // A row that was deleted leaves no trace in those that referred to it, so what was last synchronised tells too.
    private async Task<List<CouplingState>> KnownAsync(HashSet<Guid> parents, CancellationToken cancellationToken)
    {
        var known = new List<CouplingState>();
        await foreach (var coupling in state.Couplings.ReadAsync(child.Name, new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            if (coupling.Sales is { } last && Refers(column => last.Values.GetValueOrDefault(column), parents))
                known.Add(coupling);
        }

        return known;
    }

    private async Task<HashSet<Guid>> MovedAsync(
        IReadOnlyList<CouplingState> known, HashSet<Guid> parents, CancellationToken cancellationToken)
    {
        if (known.Count == 0)
            return [];
        var rows = await endpoints.Sales.ReadByIdAsync(
            child.SalesTable, salesColumns, [.. known.Select(coupling => coupling.SalesId)], cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => Array.Exists(salesColumns, column => !row[column].IsEmpty) && !Refers(column => row[column], parents))
            .Select(row => row.Id)];
    }

    private async Task<IEnumerable<CouplingState>> FoundAsync(HashSet<Guid> parents, CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        foreach (var column in salesColumns)
        {
            var rows = await endpoints.Sales.ReadByValueAsync(
                child.SalesTable, salesColumns, column, [.. parents.Select(id => FieldValue.Id(id))], cancellationToken).ConfigureAwait(false);
            ids.UnionWith(rows.Select(row => row.Id));
        }

        var coupled = await state.Couplings.FindBySalesIdAsync(child.Family, ids, cancellationToken).ConfigureAwait(false);
        return coupled.Where(coupling => coupling.Mapping == child.Name);
    }

    private bool BelongsToOther(CouplingState coupling, HashSet<Guid> owners)
    {
        var held = bcColumns.Select(column => coupling.Bc?.Values.GetValueOrDefault(column).AsId()).OfType<Guid>().ToArray();
        return held.Length > 0 && !held.Any(owners.Contains);
    }

    private bool Refers(Func<string, FieldValue> valueOf, HashSet<Guid> parents) =>
        Array.Exists(salesColumns, column => valueOf(column).AsId() is { } id && parents.Contains(id));
}
