using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>The unit in Sales of an item or resource whose base unit shares its unit group with others (spec/mappings.md 3.4).</summary>
internal sealed class DefaultUnit(SharedUnits units) : IComputation
{
    private const string CodeColumn = "baseUnitOfMeasureCode";

    /// <inheritdoc/>
    public string Name => "DefaultUnit";

    /// <inheritdoc/>
    public Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        units.LoadAsync(candidates.Where(candidate => !candidate.IsEcho).Select(Code).OfType<string>(), cancellationToken);

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) =>
        Code(candidate) is { } code ? units.Translate(CodeColumn, code) : UnitRules.NoBaseUnit;

    private static string? Code(Candidate candidate) => candidate.Source[CodeColumn].AsText();
}
