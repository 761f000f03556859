using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Errors;

/// <summary>Error codes the endpoint itself reacts to (spec/wire-dataverse.md 5.4).</summary>
internal static class ErrorCode
{
    internal const string RowMissing = "0x80040217";
    internal const string KeyMissing = "0x80060891";
    internal const string DuplicateKey = "0x80040237";
    internal const string DuplicateAlternateKey = "0x80060892";
    internal const string VersionMismatch = "0x80060882";
    internal const string VersionNotProvided = "0x80060883";
    internal const string PayloadRefused = "0x80060888";
    internal const string TokenExpired = "0x80044352";
    internal const string TrackingOff = "0x80072491";
    internal const string TooManyConditions = "0x8004430C";
    internal const string TooManyJoins = "0x8004430D";
    internal const string TooManyParameters = "0x8004430E";
    internal const string RequestTooLarge = "0x8004418A";

    /// <summary>True when the failure carries one of the codes; services give the digits in either case.</summary>
    internal static bool Is(this EndpointFailure? failure, params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            if (string.Equals(failure?.Code, code, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
