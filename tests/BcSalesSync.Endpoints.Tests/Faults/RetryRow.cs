using BcSalesSync.Endpoints.Tests.Wire;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>One row of the retry table, as it meets a whole request.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Mishap">What happens to the request.</param>
/// <param name="Guarded">What becomes of a batch whose records bring their ids.</param>
/// <param name="Unguarded">What becomes of a batch that a repetition would carry out twice.</param>
/// <param name="Pause">Pause that is kept before anything else is sent; null when the service asked for none.</param>
internal sealed record RetryRow(string Name, Mishap Mishap, Reaction Guarded, Reaction Unguarded, TimeSpan? Pause = null);
