using System.Net;

namespace BcSalesSync.Sandbox.Limits;

// What a limit answers; code and message are null where the system's own for the status will do.
internal sealed record LimitRefusal(HttpStatusCode Status, string? Code = null, string? Message = null, TimeSpan? RetryAfter = null);
