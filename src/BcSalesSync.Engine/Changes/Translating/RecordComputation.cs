using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>A value that follows from the record and its counterpart alone.</summary>
/// <param name="name">Name by which field mappings call it.</param>
/// <param name="compute">Works the value out.</param>
internal sealed class RecordComputation(string name, Func<Candidate, Translation> compute) : IComputation
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => compute(candidate);
}
