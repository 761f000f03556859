using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Commands;

// What the verbs say to whoever started them. Anything that is not foreseen is a failure.
internal static class ExitCode
{
    // All went well, or a service ended because it was asked to.
    public const int Ok = 0;

    public const int Failed = 1;

    // Some records or entries failed, the others did not.
    public const int Partial = 3;

    // Nothing failed but records that were changed differently on both sides.
    public const int ConflictsPending = 4;

    // Another run holds what was to run.
    public const int Locked = 10;

    // A system, or the sign-in service, does not let the application in.
    public const int SignInRefused = 11;

    // What was given cannot be used.
    public const int Misconfigured = 12;

    // A system does not answer, or the time was used up; nothing is lost.
    public const int TryLater = 75;

    // Cut short by a person.
    public const int Cancelled = 130;

    // What is wrong with the settings of a sign-in, not with the identity.
    private static readonly string[] SettingsOfSignIn = ["NoMethod", "SettingMissing", "NoApplication", "NoCertificate", "NoSecret", "UnknownResource"];

    // What it means that a command could not go on.
    public static int Of(BcSyncError error) => error switch
    {
        { ErrorId: "BcSync.Run.Busy" or "BcSync.Run.ClaimLost" or "BcSync.State.Busy" } => Locked,
        { Class: FailureClass.Transient } => TryLater,
        { ErrorId: var id } when id.StartsWith("BcSync.SignIn.", StringComparison.Ordinal) =>
            SettingsOfSignIn.Contains(id["BcSync.SignIn.".Length..]) ? Misconfigured : SignInRefused,
        { ErrorId: "BcSync.Connection.NoToken" } or { Class: FailureClass.Permission } => SignInRefused,
        { Class: FailureClass.Fatal, ErrorId: "BcSync.Connection.Refused" or "BcSync.Sales.Refused" or "BcSync.BusinessCentral.Refused" } => SignInRefused,
        { Class: FailureClass.Configuration or FailureClass.Capability } => Misconfigured,
        _ => Failed,
    };
}
