using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>Units in Sales by codes of units of measure, where each unit of measure has one unit group for all products.</summary>
internal sealed class SharedUnits(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings)
{
    private const string MappingName = "UNIT OF MEASURE";
    private readonly Dictionary<string, Translation> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the units of codes, those that are not known yet in one request.</summary>
    public async Task LoadAsync(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.Distinct(StringComparer.OrdinalIgnoreCase).Where(code => !known.ContainsKey(code)).ToArray();
        if (wanted.Length == 0 || mappings.Find(MappingName) is not { } mapping)
            return;
        var coupled = await couplings.FindByBcNoAsync(mapping.Family, wanted, cancellationToken).ConfigureAwait(false);
        if (coupled.Count == 0)
            return;
        var units = await endpoints.Sales.ReadByValueAsync(
            "uom",
            UnitRules.Columns,
            "uomscheduleid",
            [.. coupled.Select(coupling => FieldValue.Reference(mapping.SalesTable, coupling.SalesId))],
            cancellationToken).ConfigureAwait(false);
        var byGroup = units.ToLookup(unit => unit["uomscheduleid"].AsId());
        foreach (var coupling in coupled)
            known[coupling.BcNo!] = UnitRules.OnlyUnit(coupling.BcNo!, [.. byGroup[coupling.SalesId]]);
    }

    /// <summary>The unit of a code, or what keeps it from being known.</summary>
    /// <param name="column">Column that holds the code.</param>
    /// <param name="code">The code.</param>
    public Translation Translate(string column, string code) => known.GetValueOrDefault(code)
        ?? MissingReference.Of(column, FieldValue.Text(code), SystemSide.BusinessCentral, [MappingName]);
}
