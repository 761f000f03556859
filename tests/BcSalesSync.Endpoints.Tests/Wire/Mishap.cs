using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>What happens to one request instead of an answer.</summary>
/// <param name="context">The request as it came from the socket.</param>
/// <param name="work">Has the system carry the request out; its answer.</param>
internal delegate Task Mishap(HttpContext context, Func<Task<HttpResponseMessage>> work);
