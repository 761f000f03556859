using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>A computation whose value can change while the record it is computed for stays as it is.</summary>
internal interface IDriftingComputation : IComputation
{
    /// <summary>The value of a coupled record as it would be now; empty when there is none.</summary>
    Task<FieldValue> ValueNowAsync(CouplingState coupling, CancellationToken cancellationToken);
}
