using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>A value that no field gives but the engine works out (spec/mappings.md 3).</summary>
internal interface IComputation
{
    /// <summary>Name by which field mappings call it.</summary>
    string Name { get; }

    /// <summary>Loads what the given candidates need.</summary>
    Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken);

    /// <summary>The value for a candidate.</summary>
    Translation Compute(Candidate candidate);
}
