using System.Net;
using BcSalesSync.Sandbox.Tables;

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

    // The key as "No.='C10000'", parts divided by commas.
    public static BcException Duplicate(Table table, string key) => Refused(
        "Internal_EntityWithSameKeyExists",
        $"The record in table {table.Caption} already exists. Identification fields and values: {key}");

    public static BcException NotRelated(Table table, Column column, string value, Table related) => Refused(
        "Internal_InvalidTableRelation",
        $"The field {column.Caption} of table {table.Caption} contains a value ({value}) that cannot be found in the related table "
        + $"({related.Caption}).");
}
