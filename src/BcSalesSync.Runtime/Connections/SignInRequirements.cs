using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Connections;

/// <summary>What each way of signing in needs.</summary>
internal static class SignInRequirements
{
    /// <summary>Parameter that is missing; null when nothing is.</summary>
    public static string? Missing(SignIn signIn) => signIn switch
    {
        { Method: SignInMethod.ManagedIdentity } => null,
        { TenantId: null or "" } => "TenantId",
        { ClientId: null or "" } => "ClientId",
        { Method: SignInMethod.ClientSecret, ClientSecret: null or { Length: 0 } } => "ClientSecret",
        { Method: SignInMethod.Certificate, Certificate: null, CertificateThumbprint: null or "", CertificatePath: null or "" } => "CertificateThumbprint",
        _ => null,
    };
}
