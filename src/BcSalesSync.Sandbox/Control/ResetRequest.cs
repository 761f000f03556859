namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/reset: no seed means the one the sandbox started with, no time the real one.
internal sealed record ResetRequest(string? Seed, DateTimeOffset? Now);
