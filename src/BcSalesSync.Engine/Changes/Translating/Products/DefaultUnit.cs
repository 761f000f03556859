using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>The unit in Sales of an item or resource whose base unit shares its unit group with others (spec/mappings.md 3.4).</summary>
internal sealed class DefaultUnit(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings) : IComputation
{
    private const string CodeColumn = "baseUnitOfMeasureCode";
    private const string MappingName = "UNIT OF MEASURE";
    private readonly Dictionary<string, Translation> known = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "DefaultUnit";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var codes = candidates.Where(candidate => !candidate.IsEcho).Select(Code).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(code => !known.ContainsKey(code)).ToArray();
        if (codes.Length == 0 || mappings.Find(MappingName) is not { } mapping)
            return;
        var coupled = await couplings.FindByBcNoAsync(mapping.Family, codes, cancellationToken).ConfigureAwait(false);
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

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => Code(candidate) is not { } code
        ? UnitRules.NoBaseUnit
        : known.GetValueOrDefault(code)
            ?? MissingReference.Of(CodeColumn, FieldValue.Text(code), SystemSide.BusinessCentral, [MappingName]);

    private static string? Code(Candidate candidate) => candidate.Source[CodeColumn].AsText();
}
