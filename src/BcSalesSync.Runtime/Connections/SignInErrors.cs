using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Why nobody can sign in with what was given.</summary>
internal static class SignInErrors
{
    /// <summary>No way to sign in was given.</summary>
    public static SyncException NoWay() => ConnectionProblem.Create(
        FailureClass.Configuration,
        "BcSync.SignIn.NoMethod",
        "There is no way to sign in.",
        "Give Connect-BcSync one of -ClientSecret, -CertificateThumbprint, -CertificatePath, -ManagedIdentity, -DeviceCode, -Interactive and "
            + "-AccessToken; with -Profile one of -ClientSecret, -Certificate and -AccessToken.");

    /// <summary>The way to sign in needs more.</summary>
    public static SyncException Missing(SignInMethod method, string parameter) => ConnectionProblem.Create(
        FailureClass.Configuration, "BcSync.SignIn.SettingMissing", $"Signing in by {method} needs {parameter}.", NextStep(parameter));

    /// <summary>Further applications were given to a connection that does not sign in as one.</summary>
    public static SyncException NoApplication() => ConnectionProblem.Create(
        FailureClass.Configuration,
        "BcSync.SignIn.NoApplication",
        "Further applications share the load of an application only.",
        "Sign in with -ClientId and a secret or a certificate, or leave -AdditionalClientId out.");

    /// <summary>What was given cannot be used.</summary>
    public static SyncException Unusable(SignInException problem) => ConnectionProblem.Create(
        FailureClass.Configuration, problem.Advice.ErrorId, problem.Message, problem.Advice.NextStep, problem);

    // A profile takes secrets and certificates from the command, and keeps the rest.
    private static string NextStep(string parameter) => parameter switch
    {
        "ClientSecret" => "Give -ClientSecret to Connect-BcSync.",
        "CertificateThumbprint" => "Give -CertificateThumbprint or -CertificatePath to Connect-BcSync, or -Certificate, with -Profile too.",
        _ => $"Give -{parameter} to Connect-BcSync with the addresses; a profile keeps it when it is saved again with -SaveProfile.",
    };
}
