using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>A value that is the same for every record: a fact about Sales, such as the company's row (spec/mappings.md 3.1).</summary>
/// <param name="name">Name by which field mappings call it.</param>
/// <param name="sales">The system the fact is about.</param>
/// <param name="value">Takes the value from the facts; empty leaves the column alone.</param>
internal sealed class FactComputation(string name, IEndpoint sales, Func<EndpointFacts, FieldValue> value) : IComputation
{
    private FieldValue fact;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        fact = value(await sales.GetFactsAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => fact.IsEmpty ? Translation.LeaveAlone : Translation.To(fact);
}
