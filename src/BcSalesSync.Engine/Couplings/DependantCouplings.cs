using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Finds the contacts whose couplings go along when a customer or vendor is uncoupled: those that lie under it on both sides
/// (spec/engine.md 1.5, spec/mappings.md 1.4).
/// </summary>
internal sealed class DependantCouplings(EndpointPair endpoints, IStateStore state)
{
    private const string ParentTable = "account";
    private const string Parent = "parentcustomerid";
    private static readonly string[] BcParents = ["customerId", "vendorId"];

    /// <summary>The mapping that such couplings belong to; null when those of this mapping have none.</summary>
    public static TableMapping? MappingOf(MappingSet mappings, TableMapping parents) =>
        parents.SalesTable == ParentTable ? mappings.Find("CONTACT") : null;

    /// <summary>Couplings of contacts under the given couplings.</summary>
    /// <param name="contacts">The mapping of contacts.</param>
    /// <param name="parents">Couplings that are being removed.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IReadOnlyList<CouplingState>> OfAsync(
        TableMapping contacts, IReadOnlyList<CouplingState> parents, CancellationToken cancellationToken)
    {
        var accounts = parents.Select(coupling => coupling.SalesId).ToHashSet();
        var owners = parents.Select(coupling => coupling.BcId).ToHashSet();
        var known = await KnownAsync(contacts, accounts, cancellationToken).ConfigureAwait(false);
        var rows = await endpoints.Sales.ReadByIdAsync(
            contacts.SalesTable, [Parent], [.. known.Select(coupling => coupling.SalesId)], cancellationToken).ConfigureAwait(false);
        var moved = rows.Where(row => row[Parent].AsId() is { } account && !accounts.Contains(account)).Select(row => row.Id).ToHashSet();
        var under = await endpoints.Sales.ReadByValueAsync(
            contacts.SalesTable, [Parent], Parent, [.. accounts.Select(id => FieldValue.Id(id))], cancellationToken).ConfigureAwait(false);
        var coupled = await state.Couplings
            .FindBySalesIdAsync(contacts.Family, [.. under.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
        return
        [
            .. known.Where(coupling => !moved.Contains(coupling.SalesId)).Concat(coupled).DistinctBy(coupling => coupling.SalesId)
                .Where(coupling => coupling.Mapping == contacts.Name && !BelongsToOther(coupling, owners)),
        ];
    }

    // A deleted account leaves no trace in its contacts, so what was last synchronised tells too.
    private async Task<List<CouplingState>> KnownAsync(TableMapping contacts, HashSet<Guid> accounts, CancellationToken cancellationToken)
    {
        var known = new List<CouplingState>();
        await foreach (var contact in state.Couplings.ReadAsync(contacts.Name, new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            if (contact.Sales?.Values.GetValueOrDefault(Parent).AsId() is { } account && accounts.Contains(account))
                known.Add(contact);
        }

        return known;
    }

    private static bool BelongsToOther(CouplingState contact, HashSet<Guid> owners)
    {
        var held = BcParents.Select(column => contact.Bc?.Values.GetValueOrDefault(column).AsId()).OfType<Guid>().ToArray();
        return held.Length > 0 && !held.Any(owners.Contains);
    }
}
