using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>How a unit ended.</summary>
/// <param name="Status">
/// Done when every step was. <see cref="WriteStatus.AlreadyExists"/>, <see cref="WriteStatus.NotFound"/> and <see cref="WriteStatus.Stale"/>
/// are about the step that failed. Whatever it is but Done and <see cref="WriteStatus.Unknown"/>, nothing was written.
/// </param>
/// <param name="Records">The records as the system answered them, one a step; null where it answers nothing. Empty unless done.</param>
/// <param name="FailedStep">Position of the step that failed; null when none did or the system did not tell.</param>
/// <param name="Failure">Why it was refused; null when it was not.</param>
public sealed record UnitOutcome(WriteStatus Status, IReadOnlyList<Record?> Records, int? FailedStep = null, EndpointFailure? Failure = null);
