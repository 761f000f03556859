using System.Net;

namespace BcSalesSync.Sandbox.Control;

// A control request that cannot be carried out, with a text for the person who wrote it.
internal sealed class ControlException(string message, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}
