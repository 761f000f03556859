using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>
/// The unit group in Sales of an item or resource that has one of its own: the group of the unit its base unit is coupled to
/// (spec/mappings.md 3.4). While that is not coupled, the row of the unit itself says so.
/// </summary>
internal sealed class UnitGroupOfUnit(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings) : IComputation
{
    private const string Unit = "defaultuomid";
    private const string Group = "uomscheduleid";
    private readonly Dictionary<Guid, FieldValue> groups = [];
    private string? unitColumn;

    /// <inheritdoc/>
    public string Name => "UnitGroupOfUnit";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var row = pass.Fields.FirstOrDefault(field => field.Destination.Name == Unit && field.Row.LookupMapping is not null);
        unitColumn = row?.ReferredBy;
        if (row is null || mappings.Find(row.Row.LookupMapping!) is not { } mapping)
            return;
        var ids = candidates.Where(candidate => !candidate.IsEcho).Select(UnitId).OfType<Guid>().Distinct()
            .Where(id => !groups.ContainsKey(id)).ToArray();
        var coupled = ids.Length == 0 ? [] : await couplings.FindByBcIdAsync(mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        if (coupled.Count == 0)
            return;
        var rows = await endpoints.Sales
            .ReadByIdAsync(mapping.SalesTable, [Group], [.. coupled.Select(coupling => coupling.SalesId)], cancellationToken)
            .ConfigureAwait(false);
        var bySalesId = rows.ToDictionary(unit => unit.Id, unit => unit[Group]);
        foreach (var coupling in coupled)
            groups[coupling.BcId] = bySalesId.GetValueOrDefault(coupling.SalesId);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        if (UnitId(candidate) is not { } id)
            return UnitRules.NoBaseUnit;
        return groups.GetValueOrDefault(id) is { IsEmpty: false } group ? Translation.To(group) : Translation.LeaveAlone;
    }

    private Guid? UnitId(Candidate candidate) => unitColumn is null ? null : candidate.Source[unitColumn].AsId();
}
