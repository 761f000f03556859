using System.Collections.Frozen;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>Codes of Business Central and what they mean (spec/wire-bc.md 4.3).</summary>
internal static class BcFailureRules
{
    public const string Duplicate = "Internal_EntityWithSameKeyExists";
    public const string Stale = "Request_EntityChanged";
    public const string UnknownSegment = "BadRequest_ResourceNotFound";
    private const string RowGone = "Internal_RecordNotFound";
    private const string NothingFound = "Internal_DataNotFoundFilter";
    private const string ServerError = "Internal_ServerError";
    private const string Overload = "Application_TooManyRequests";

    public static FailureRules Rules { get; } = new(SystemSide.BusinessCentral, new Dictionary<string, FailureClass>
    {
        ["BadRequest_NotFound"] = FailureClass.Capability,
        [UnknownSegment] = FailureClass.Capability,
        ["BadRequest_InvalidRequestUrl"] = FailureClass.Configuration,
        ["BadRequest"] = FailureClass.Configuration,
        ["BadRequest_InvalidOperation"] = FailureClass.Configuration,
        ["BadRequest_InvalidToken"] = FailureClass.Configuration,
        ["BadRequest_RequiredParamNotProvided"] = FailureClass.Data,
        ["BadRequest_MethodNotAllowed"] = FailureClass.Capability,
        ["BadRequest_MethodNotImplemented"] = FailureClass.Capability,
        [Stale] = FailureClass.Conflict,
        [RowGone] = FailureClass.Data,
        [NothingFound] = FailureClass.Data,
        [Duplicate] = FailureClass.Data,
        ["Internal_InvalidTableRelation"] = FailureClass.Data,
        ["Internal_CompanyNotFound"] = FailureClass.Fatal,
        ["Internal_TenantUnavailable"] = FailureClass.Fatal,
        [ServerError] = FailureClass.Transient,
        ["Application_DialogException"] = FailureClass.Data,
        ["Application_FieldValidationException"] = FailureClass.Data,
        ["Application_StringExceededLength"] = FailureClass.Configuration,
        ["Application_EvaluateException"] = FailureClass.Data,
        ["Application_InvalidGUID"] = FailureClass.Data,
        ["Application_FilterErrorException"] = FailureClass.Configuration,
        ["Application_CallbackNotAllowed"] = FailureClass.Capability,
        [Overload] = FailureClass.Transient,
        ["Authentication_InvalidCredentials"] = FailureClass.Fatal,
        ["Unauthorized"] = FailureClass.Fatal,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)) { Passes = Passes };

    /// <summary>What a refused write means; the code decides before the status, because Business Central says 400 to most things.</summary>
    public static WriteStatus StatusOf(WriteKind kind, int status, string code)
    {
        if (Is(code, Stale) || status == 412)
            return WriteStatus.Stale;
        if (Is(code, Duplicate))
            return kind == WriteKind.Create ? WriteStatus.AlreadyExists : WriteStatus.Refused;
        var isGone = kind != WriteKind.Create && (Is(code, RowGone) || Is(code, NothingFound) || (status == 404 && !Is(code, UnknownSegment)));
        return isGone ? WriteStatus.NotFound : WriteStatus.Refused;
    }

    // A server error is told apart by its text alone: only one that speaks of locks is known to have done nothing (spec/wire-bc.md 4.2).
    private static bool Passes(EndpointFailure failure) => Is(failure.Code, Overload)
        || (Is(failure.Code, ServerError) && failure.Message.Contains("lock", StringComparison.OrdinalIgnoreCase));

    private static bool Is(string code, string known) => string.Equals(code, known, StringComparison.OrdinalIgnoreCase);
}
