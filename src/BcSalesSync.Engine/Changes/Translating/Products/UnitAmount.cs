using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>
/// What an item or resource costs by one of its units: its unit price times what the unit holds (spec/mappings.md 3.4).
/// </summary>
internal sealed class UnitAmount(EndpointPair endpoints, MappingSet mappings) : IComputation
{
    private const string Price = "unitPrice";
    private const string Quantity = "qtyPerUnitOfMeasure";
    private readonly Dictionary<Guid, decimal> prices = [];
    private string? productColumn;

    /// <inheritdoc/>
    public string Name => "UnitAmount";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        productColumn = pass.Mapping.Parent?.BcField;
        var ids = candidates.Where(candidate => !candidate.IsEcho).Select(ProductId).OfType<Guid>().Distinct().ToArray();
        if (ids.Length == 0 || mappings.Find(pass.Mapping.Parent!.Mapping) is not { } products)
            return;
        var rows = await endpoints.BusinessCentral.ReadByIdAsync(products.BcTable, [Price], ids, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
            prices[row.Id] = row[Price].AsNumber() ?? 0;
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => ProductId(candidate) is { } id && prices.TryGetValue(id, out var price)
        ? Translation.To(FieldValue.Number(Math.Max(0, price) * (candidate.Source[Quantity].AsNumber() ?? 1)))
        : Translation.LeaveAlone;

    private Guid? ProductId(Candidate candidate) => productColumn is null ? null : candidate.Source[productColumn].AsId();
}
