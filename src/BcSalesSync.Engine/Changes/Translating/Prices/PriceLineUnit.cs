using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>
/// The unit in Sales of a price where units share their groups. A price without a unit is by the base unit of its product, which Business
/// Central names by id only (spec/mappings.md 3.4). A product is sold by no other unit there.
/// </summary>
internal sealed class PriceLineUnit(EndpointPair endpoints, SharedUnits units, PricedBaseUnits baseUnits) : IComputation
{
    private const string Code = "code";
    private static readonly string[] UnitTables = ["itemUnitsOfMeasure", "resourceUnitsOfMeasure"];
    private readonly Dictionary<Guid, string> codes = [];
    private string? codeColumn;
    private string? idColumn;

    /// <inheritdoc/>
    public string Name => "PriceLineUnit";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var row = pass.Fields.First(field => field.Row.Computed == Name);
        (codeColumn, idColumn) = (row.Source, row.Row.WhenBlank);
        var open = candidates.Where(candidate => !candidate.IsEcho).ToArray();
        await LoadBaseUnitsAsync(open, cancellationToken).ConfigureAwait(false);
        await baseUnits.LoadAsync(pass, open.Where(candidate => !candidate.Source[codeColumn!].IsEmpty), cancellationToken)
            .ConfigureAwait(false);
        await units.LoadAsync(open.Select(CodeOf).OfType<string>(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        if (CodeOf(candidate) is not { } code)
            return UnitRules.NoBaseUnit;
        return baseUnits.Of(candidate) is { } only && !only.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? Translation.Failed(PriceFailures.OtherUnit(code, only)) : units.Translate(codeColumn!, code);
    }

    private async Task LoadBaseUnitsAsync(Candidate[] candidates, CancellationToken cancellationToken)
    {
        var ids = candidates.Where(candidate => candidate.Source[codeColumn!].IsEmpty).Select(UnitId).OfType<Guid>().Distinct().ToList();
        foreach (var table in UnitTables)
        {
            ids.RemoveAll(codes.ContainsKey);
            if (ids.Count == 0)
                return;
            if (await endpoints.BusinessCentral.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null)
                continue;
            var rows = await endpoints.BusinessCentral.ReadByIdAsync(table, [Code], ids, cancellationToken).ConfigureAwait(false);
            foreach (var unit in rows)
                codes[unit.Id] = unit[Code].ToString();
        }
    }

    private string? CodeOf(Candidate candidate) => candidate.Source[codeColumn!].AsText()
        ?? (UnitId(candidate) is { } id ? codes.GetValueOrDefault(id) : null);

    private Guid? UnitId(Candidate candidate) => idColumn is null ? null : candidate.Source[idColumn].AsId();
}
