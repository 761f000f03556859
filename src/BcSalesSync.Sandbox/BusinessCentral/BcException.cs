using System.Net;

namespace BcSalesSync.Sandbox.BusinessCentral;

// A refusal in Business Central's words (wire-bc 4.3).
internal sealed class BcException(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    public static BcException Refused(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    public static BcException Dialog(string message) => Refused("Application_DialogException", message);

    public static BcException NoSegment(string segment) =>
        new(HttpStatusCode.NotFound, "BadRequest_ResourceNotFound", $"Resource not found for the segment '{segment}'.");

    public static BcException NoMethod(string method) =>
        new(HttpStatusCode.MethodNotAllowed, "BadRequest_MethodNotAllowed", $"'{method}' requests are not allowed here.");

    public static BcException NotFound(string table, Guid id) => new(
        HttpStatusCode.NotFound, "Internal_RecordNotFound",
        $"The {table} does not exist. Identification fields and values: SystemId='{{{id.ToString("D").ToUpperInvariant()}}}'");

    public static BcException Duplicate(string table, string field, string value) => Refused(
        "Internal_EntityWithSameKeyExists",
        $"The record in table {table} already exists. Identification fields and values: {field}='{value}'");
}
