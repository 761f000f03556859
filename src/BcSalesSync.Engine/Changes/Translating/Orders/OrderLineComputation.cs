using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>A value of a line that follows from what the line sells.</summary>
/// <param name="name">Name by which field mappings call it.</param>
/// <param name="products">What lines sell.</param>
/// <param name="compute">Works the value out.</param>
internal sealed class OrderLineComputation(string name, OrderLineProducts products, Func<OrderLineProducts, Candidate, Translation> compute) : IComputation
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        products.LoadAsync(candidates, cancellationToken);

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => compute(products, candidate);
}
