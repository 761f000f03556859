namespace BcSalesSync.Engine.Ports.State;

/// <summary>Asks for unsettled records that are due.</summary>
/// <param name="Now">The time (UTC).</param>
/// <param name="Limit">At most so many.</param>
/// <param name="ReleasedOnly">Only records that did not fail since they were last set due: what they waited for is there now.</param>
/// <param name="After">Only records behind this one in the order of the answer; null from the beginning.</param>
public sealed record DueQuery(DateTimeOffset Now, int Limit, bool ReleasedOnly = false, PendingRecord? After = null);
