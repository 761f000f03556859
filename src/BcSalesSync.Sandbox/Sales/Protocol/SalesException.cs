using System.Net;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// A refusal in Dataverse's terms: status, error code and text (wire-dataverse 5.4).
internal sealed class SalesException(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;
}
