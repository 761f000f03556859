using System.Globalization;

namespace BcSalesSync.Endpoints.Dataverse.Errors;

/// <summary>Error codes the endpoint itself reacts to, and their written form (spec/wire-dataverse.md 5.4).</summary>
internal static class ErrorCode
{
    internal const string RowMissing = "0x80040217";
    internal const string KeyMissing = "0x80060891";
    internal const string DuplicateKey = "0x80040237";
    internal const string DuplicateAlternateKey = "0x80060892";
    internal const string VersionMismatch = "0x80060882";
    internal const string PayloadRefused = "0x80060888";
    internal const string TokenExpired = "0x80044352";
    internal const string TrackingOff = "0x80072491";
    internal const string RequestTooLarge = "0x8004418A";
    internal const string Wrapper = "0x8006088A";

    /// <summary>Brings a code to the written form used here, since services give the digits in either case; other text stays as it is.</summary>
    internal static string Normalize(string code) =>
        code.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(code.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? $"0x{number:X8}"
            : code;
}
