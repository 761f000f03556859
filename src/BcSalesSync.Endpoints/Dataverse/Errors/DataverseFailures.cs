using System.Collections.Frozen;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Errors;

/// <summary>What the error codes of Dataverse mean for the next attempt (spec/wire-dataverse.md 5.4).</summary>
internal static class DataverseFailures
{
    // The last stands for tables that somebody else is just changing or publishing.
    private static readonly string[] Busy =
        ["0x80072321", "0x80072322", "0x80072326", "0x8005F103", "0x80048544", "0x80044150", "0x80044151", "0x80044339", "0x80071151"];

    /// <summary>The codes.</summary>
    internal static FailureRules Rules { get; } = new(
        SystemSide.Sales, Rows().ToFrozenDictionary(row => row.Code, row => row.Class, StringComparer.OrdinalIgnoreCase))
    {
        Passes = Passes,
    };

    /// <summary>True when the service was too busy, or another request was in the way: nothing was done.</summary>
    internal static bool Passes(EndpointFailure failure) => failure.Is(Busy);

    private static IEnumerable<(string Code, FailureClass Class)> Rows() =>
    [
        .. Give(
            FailureClass.Transient, [.. Busy, ErrorCode.TokenExpired, ErrorCode.VersionMismatch, ErrorCode.VersionNotProvided]),
        .. Give(FailureClass.Permission, "0x80040220"),
        .. Give(
            FailureClass.Configuration,
            "0x80040203", "0x80040231", "0x80043B0D", "0x80043B11", "0x80043B0A", "0x80043AFB", "0x80043AFA"),
        .. Give(FailureClass.Fatal, "0x80072560", "0x80040225"),
        .. Give(FailureClass.Capability, ErrorCode.PayloadRefused, "0x80048D19", ErrorCode.TrackingOff),
        .. Give(FailureClass.DependencyMissing, "0x80043B13", "0x80043B14", "0x80043B16"),
        .. Give(
            FailureClass.Data,
            ErrorCode.RowMissing, ErrorCode.KeyMissing, ErrorCode.DuplicateKey, ErrorCode.DuplicateAlternateKey, ErrorCode.RequestTooLarge,
            "0x80040333", "0x80040227", "0x8004022E", "0x80040228", "0x80043B09", "0x80040233", "0x80040200", "0x80044331",
            "0x80048408", "0x8004F00E", "0x80040265", "0x80040224", "0x80043B10", "0x80043B12", "0x80048CF6", "0x80048CEE", "0x80048CED",
            "0x80048CEF", "0x8004480E", "0x80043B06", "0x80043B0F", "0x80048CF3", "0x8004F975", "0x8004F995"),
    ];

    private static IEnumerable<(string Code, FailureClass Class)> Give(FailureClass meaning, params string[] codes) =>
        codes.Select(code => (code, meaning));
}
