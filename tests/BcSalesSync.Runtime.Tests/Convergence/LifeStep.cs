namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>One thing that somebody does.</summary>
/// <param name="Event">What.</param>
/// <param name="First">Which record, or coupling, of those that are there.</param>
/// <param name="Second">Which row of Sales, where two take part.</param>
/// <param name="Field">Which of the fields that people edit.</param>
/// <param name="Value">The value that is typed.</param>
internal sealed record LifeStep(LifeEvent Event, int First, int Second, int Field, string Value);
