using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Names;

/// <summary>One part of a name.</summary>
/// <param name="name">Name by which field mappings call it.</param>
/// <param name="parts">Knows the names in parts.</param>
/// <param name="part">The part.</param>
internal sealed class NamePartComputation(string name, NameParts parts, Func<PersonName, string> part) : IComputation
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        parts.LoadAsync(pass, candidates, cancellationToken);

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => Translation.To(FieldValue.Text(part(parts.Of(candidate))));
}
