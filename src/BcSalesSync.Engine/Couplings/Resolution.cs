using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Couplings;

/// <summary>What a selector names on one side: a record, or why it names none.</summary>
/// <param name="Record">The record; null when it was not found.</param>
/// <param name="Failure">Why not; null when it was found.</param>
internal sealed record Resolution(Record? Record, PlanFailure? Failure);
