using static BcSalesSync.Contracts.FailureClass;
using static BcSalesSync.Endpoints.Tests.Faults.Reaction;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>The error list of Business Central (spec/wire-bc.md 4.3), with the rows of 4.2 that go by code.</summary>
internal static class BusinessCentralErrors
{
    public static IReadOnlyDictionary<string, ErrorRow> Rows { get; } = new ErrorRow[]
    {
        new("BadRequest_NotFound", 404, Capability, Parked, Gone),
        new("BadRequest_ResourceNotFound", 404, Capability, Parked, Parked),
        new("BadRequest_InvalidRequestUrl", 400, Configuration, Parked, Parked),
        new("BadRequest", 400, Configuration, Parked, Parked),
        new("BadRequest_InvalidOperation", 400, Configuration, Parked, Parked),
        new("BadRequest_InvalidToken", 400, Configuration, Parked, Parked),
        new("BadRequest_RequiredParamNotProvided", 400, Data, Parked, Parked),
        new("BadRequest_MethodNotAllowed", 405, Capability, Parked, Parked),
        new("BadRequest_MethodNotImplemented", 501, Capability, Parked, Parked),
        new("Request_EntityChanged", 409, Conflict, ReadAnew, ReadAnew),
        new("Internal_RecordNotFound", 404, Data, Parked, Gone),
        new("Internal_RecordNotFound (400)", 400, Data, Parked, Gone),
        new("Internal_DataNotFoundFilter", 400, Data, Parked, Gone),
        new("Internal_EntityWithSameKeyExists", 400, Data, Adopted, Parked),
        new("Internal_EntityWithSameKeyExists (409)", 409, Data, Adopted, Parked),
        new("Internal_InvalidTableRelation", 400, Data, Parked, Parked),
        new("Internal_CompanyNotFound", 404, Fatal, Stops, Stops),
        new("Internal_TenantUnavailable", 400, Fatal, Stops, Stops),
        new("Internal_ServerError", 500, Transient, Later, Later, Reads: 3),
        new("Internal_ServerError (locked)", 500, Transient, Repeated, Repeated, Reads: 3, "Your activity was deadlocked with another user."),
        new("Application_DialogException", 400, Data, Parked, Parked),
        new("Application_FieldValidationException", 400, Data, Parked, Parked),
        new("Application_StringExceededLength", 400, Configuration, Parked, Parked),
        new("Application_EvaluateException", 400, Data, Parked, Parked),
        new("Application_InvalidGUID", 400, Data, Parked, Parked),
        new("Application_FilterErrorException", 400, Configuration, Parked, Parked),
        new("Application_CallbackNotAllowed", 400, Capability, Parked, Parked),
        new("Application_TooManyRequests", 429, Transient, Repeated, Repeated, Reads: 3),
        new("Authentication_InvalidCredentials", 401, Fatal, Repeated, Repeated, Reads: 2),
        new("Unauthorized", 401, Fatal, Repeated, Repeated, Reads: 2),
        new("Authorization_RequestDenied", 403, Permission, Parked, Parked),
        new("Unknown", 400, Data, Parked, Parked),
        new("Unknown (409)", 409, Transient, Later, Later),
        new("Unknown (412)", 412, Conflict, ReadAnew, ReadAnew),
        new("Unknown (422)", 422, Data, Parked, Parked),
    }.ToDictionary(row => row.Name);
}
