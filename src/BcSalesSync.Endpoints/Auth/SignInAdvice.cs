using System.Collections.Frozen;
using BcSalesSync.Contracts;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>What to do about the refusals of the sign-in service, by the code it gives.</summary>
internal static class SignInAdvice
{
    /// <summary>The service was busy or away.</summary>
    public const string TryAgain = "Nothing is lost: check the network and run the command again once the sign-in service answers.";

    /// <summary>Known refusals.</summary>
    public static FrozenDictionary<string, SignInProblem> ByCode { get; } = Problems().ToFrozenDictionary(entry => entry.Code, entry => entry.Problem);

    /// <summary>Next step of a refusal nobody knows.</summary>
    public static string Otherwise(SignInTarget target) =>
        $"Look for {target.Application} under Sign-in logs in the Microsoft Entra admin centre; it needs {target.Grant}.";

    private static IEnumerable<(string Code, SignInProblem Problem)> Problems()
    {
        yield return ("AADSTS7000215", Wrong("WrongSecret", target =>
            $"Give the value of the secret, not its id. A new one is made under App registrations > {target.SignIn.ClientId} > Certificates & secrets."));
        yield return ("AADSTS7000222", Wrong("SecretExpired", target =>
            $"Make a new secret under App registrations > {target.SignIn.ClientId} > Certificates & secrets, and connect with it."));
        yield return ("AADSTS700027", Wrong("CertificateUnknown", target =>
            $"Upload the public part of the certificate under App registrations > {target.SignIn.ClientId} > Certificates & secrets."));
        yield return ("AADSTS700024", Wrong("ClockSkew", _ => "Set the clock of this machine: the proof it signed is not valid at the time of the sign-in service."));
        yield return ("AADSTS700016", Wrong("UnknownApplication", target =>
            $"Check -ClientId and -TenantId: {target.Application} is not registered in the tenant {target.SignIn.TenantId}."));
        yield return ("AADSTS7000112", Wrong("ApplicationDisabled", target =>
            $"Enable {target.Application} under Enterprise applications > Properties in the Microsoft Entra admin centre."));
        yield return ("AADSTS90002", Wrong("UnknownTenant", target => $"Check -TenantId: there is no tenant {target.SignIn.TenantId}."));
        yield return ("AADSTS900023", Wrong("UnknownTenant", target => $"Check -TenantId: {target.SignIn.TenantId} is neither an id nor a domain."));
        yield return ("AADSTS500011", Wrong("UnknownResource", target => target.Side is SystemSide.Sales
            ? $"Check -SalesUrl: the tenant {target.SignIn.TenantId} has no organisation at {target.Resource}."
            : $"Grant {target.Application} {target.Grant}; without a subscription to it the tenant does not know Business Central."));
        yield return ("AADSTS65001", MissingConsent);
        yield return ("AADSTS650057", MissingConsent);
        yield return ("AADSTS90094", MissingConsent);
        yield return ("AADSTS50105", new SignInProblem(FailureClass.Permission, Id("NotAssigned"), target =>
            $"Assign the user to {target.Application} under Enterprise applications > Users and groups."));
        yield return ("AADSTS7000218", Wrong("NoPublicClient", target =>
            $"Allow public client flows under App registrations > {target.SignIn.ClientId} > Authentication, or sign in with a secret or certificate."));
        foreach (var code in new[] { "AADSTS50076", "AADSTS50079", "AADSTS53000", "AADSTS53003", "AADSTS530003" })
            yield return (code, ConditionalAccess);
        yield return (MsalError.CodeExpired, Wrong("CodeExpired", _ => "Run Connect-BcSync again and type the new code in time."));
        yield return ("authorization_declined", Wrong("Declined", _ => "The sign-in was declined in the browser; run Connect-BcSync again."));
        yield return (MsalError.AuthenticationCanceledError, Wrong("Declined", _ => "The sign-in was given up in the browser; run Connect-BcSync again."));
        yield return (MsalError.ManagedIdentityRequestFailed, NoIdentity);
        yield return (MsalError.ManagedIdentityUnreachableNetwork, NoIdentity);
        yield return (MsalError.UserAssignedManagedIdentityNotSupported, NoIdentity);
    }

    private static SignInProblem MissingConsent => new(FailureClass.Permission, Id("MissingConsent"), target =>
        $"Give {target.Application} {target.Grant} under App registrations > API permissions, and have an admin consent to it.");

    private static SignInProblem ConditionalAccess => new(FailureClass.Permission, Id("ConditionalAccess"), target =>
        $"A conditional access policy wants more than this sign-in shows. Connect again interactively, or let the policy pass {target.Application} for {target.System}.");

    private static SignInProblem NoIdentity => new(FailureClass.Configuration, Id("NoManagedIdentity"), target => target.SignIn.ClientId is null
        ? "Turn on the system-assigned identity of this machine, account or function, or name a user-assigned one with -ClientId."
        : $"Assign the identity {target.SignIn.ClientId} to this machine, account or function.");

    private static SignInProblem Wrong(string problem, Func<SignInTarget, string> nextStep) =>
        new(FailureClass.Configuration, Id(problem), nextStep);

    private static string Id(string problem) => "BcSync.SignIn." + problem;
}
