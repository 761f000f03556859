using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Connecting;

// Why nothing can be connected with what was given.
internal static class ConnectionSettingErrors
{
    public static SyncException NoSystems() => Create(
        "BcSync.Connection.SettingMissing",
        "It is not said what to connect to.",
        "Give --profile NAME, or --bc-url and --sales-url, or --sandbox for a rehearsal; or the same in the environment, as BCSALESSYNC_PROFILE.");

    public static SyncException TooManySystems() => Create(
        "BcSync.Connection.TooManyWays", "More than one of --profile, --bc-url with --sales-url, and --sandbox was given.", "Give one of them.");

    public static SyncException NotAnAddress(string option, string given) => Create(
        "BcSync.Connection.InvalidUrl", $"{option} '{given}' is not a web address.", "Give the full address, beginning with https://.");

    public static SyncException Insecure(string option, string host) => Create(
        "BcSync.Connection.InsecureUrl",
        $"{option} '{host}' would send data and token unencrypted.",
        "Use https; plain http is for this machine's own addresses only.");

    public static SyncException NoWay() => Create(
        "BcSync.SignIn.NoMethod", "There is no way to sign in.", $"Give one of {Ways}.");

    public static SyncException TooManyWays() => Create(
        "BcSync.SignIn.NoMethod", "More than one way to sign in was given.", $"Give one of {Ways}.");

    public static SyncException Missing(string option) => Create(
        "BcSync.SignIn.SettingMissing", $"{option} is missing.", $"Give {option}, or {Commands.EnvironmentOptions.VariableOf(option)} in the environment.");

    public static SyncException NeedsAPerson(string profile, SignInMethod method) => Create(
        "BcSync.SignIn.NoMethod",
        $"The profile {profile} signs in by {method}, which needs a person; a service has none.",
        $"Give one of {Ways} along.");

    public static SyncException InVault(string profile) => Create(
        "BcSync.SignIn.NoSecret",
        $"The secret of the profile {profile} is in a vault of PowerShell, which a service cannot open.",
        "Give --client-secret-file or --client-secret-variable along.");

    public static SyncException EmptyVariable(string name) => Create(
        "BcSync.SignIn.NoSecret", $"The environment variable {name} is empty.", "Put the secret there, for this process alone.");

    public static SyncException EmptyFile(string path) => Create(
        "BcSync.SignIn.NoSecret", $"The file {path} is empty.", "Put the secret there, readable by the service alone.");

    public static SyncException UnreadableFile(string path, Exception problem) => Create(
        "BcSync.SignIn.NoSecret", $"The file {path} cannot be read: {problem.Message}", "Check its path, and the rights of the service.", problem);

    private const string Ways = "--client-secret-variable, --client-secret-file, --certificate-path, --managed-identity and --access-token-variable";

    private static SyncException Create(string id, string message, string nextStep, Exception? inner = null) => new(
        new BcSyncError { Time = default, Class = FailureClass.Configuration, ErrorId = id, Message = message, RecommendedAction = nextStep }, inner);
}
