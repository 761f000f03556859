namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/clock: any of the three. Durations are ISO 8601 ("PT1H", "-PT5M").
internal sealed record ClockRequest(DateTimeOffset? Now, string? Advance, string? SalesOffset);
