using System.Net;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// The refusals of the Web API the sandbox knows (wire-dataverse 5.4, E2 to E15).
internal static class SalesError
{
    public const string ODataCode = "0x80060888";
    public const string PayloadCode = "0x80048d19";
    public const string DuplicateKeyCode = "0x80040237";

    public static SalesException OData(string message) => new(HttpStatusCode.BadRequest, ODataCode, message);

    public static SalesException NoSuchResource(string segment) =>
        new(HttpStatusCode.NotFound, ODataCode, $"Resource not found for the segment '{segment}'.");

    public static SalesException Payload(SalesTable table, string inner) => new(
        HttpStatusCode.BadRequest, PayloadCode,
        $"Error identified in Payload provided by the user for Entity :'{table.SetName}', InnerException : {inner}");

    public static SalesException Argument(string message) => new(HttpStatusCode.BadRequest, "0x80040203", message);

    public static SalesException Missing(string message) => new(HttpStatusCode.BadRequest, "0x80040200", message);

    // A refusal with a code of its own.
    public static SalesException Refused(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    public static SalesException InvalidState(string message) => Refused("0x80040233", message);

    public static SalesException NoSuchAttribute(SalesTable table, string name) => Refused(
        "0x80041103", $"'{table.Name}' entity doesn't contain attribute with Name = '{name}' and NameMapping = 'Logical'.");

    public static SalesException Gone(SalesTable table, Guid id) =>
        new(HttpStatusCode.NotFound, "0x80040217", $"{table.Name} With Id = {id:D} Does Not Exist");

    public static SalesException GoneInSet(SalesTable table, Guid id) =>
        new(HttpStatusCode.NotFound, "0x80040217", $"{table.DisplayName} With Ids = {id:D} Do Not Exist");

    public static SalesException Exists() =>
        new(HttpStatusCode.PreconditionFailed, DuplicateKeyCode, "A record with matching key values already exists.");

    public static SalesException ExistsInSet() => new(HttpStatusCode.PreconditionFailed, DuplicateKeyCode, "Cannot insert duplicate key.");

    public static SalesException Stale() => new(
        HttpStatusCode.PreconditionFailed, "0x80060882",
        "The version of the existing record doesn't match the RowVersion property provided.");

    public static SalesException Deadlock() => new(
        HttpStatusCode.InternalServerError, "0x80044150",
        "Generic SQL error. Transaction was deadlocked on lock resources with another process. Sql Number: 1205");

    public static SalesException HasRelatedRows() => new(
        HttpStatusCode.MethodNotAllowed, "0x80040227",
        "The object you tried to delete is associated with another object and cannot be deleted.");

    public static SalesException NotSupported(string message) => new(HttpStatusCode.MethodNotAllowed, "0x8006088A", message);

    public static SalesException AddressTooLong() =>
        new(HttpStatusCode.RequestUriTooLong, "0x8006088A", "The address of the request is too long.");

    public static SalesException TooManyConditions() => new(
        HttpStatusCode.BadRequest, "0x8004430C", "Number of conditions in query exceeded maximum limit.");

    public static SalesException TokenExpired() => new(
        HttpStatusCode.BadRequest, "0x80044352", "Version stamp associated with the client has expired. Please perform a full sync.");

    public static SalesException NotTracked(SalesTable table) =>
        new(HttpStatusCode.BadRequest, "0x80072491", $"Entity {table.Name} isn't enabled for change tracking.");

    public static SalesException TooLong(SalesTable table, Field field) => new(
        HttpStatusCode.BadRequest, "0x80044331",
        $"A validation error occurred.  The length of the '{field.Name}' attribute of the '{table.Name}' entity "
        + $"exceeded the maximum allowed length of '{field.Column.MaxLength}'.");

    public static SalesException NoSuchOption(SalesTable table, Field field, IEnumerable<Choice> options) => new(
        HttpStatusCode.BadRequest, "0x8004431A",
        $"A validation error occurred. The value of '{field.Name}' on record of type '{table.Name}' is outside the valid range. "
        + $"Accepted Values: {string.Join(',', options.Select(option => option.Value))}");

    public static SalesException OutOfRange(SalesTable table, Field field) => new(
        HttpStatusCode.BadRequest, field.Kind == FieldKind.Integer ? "0x8004432F" : "0x80044330",
        $"A validation error occurred. The value of '{field.Name}' on record of type '{table.Name}' is outside the valid range. "
        + $"Accepted Values: {field.Range!.Lowest} to {field.Range.Highest}");

    public static SalesException LookupAsValue() =>
        OData("CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.");
}
