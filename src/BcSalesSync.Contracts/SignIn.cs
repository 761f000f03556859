using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace BcSalesSync.Contracts;

/// <summary>What a sign-in to Microsoft Entra needs. One sign-in serves both systems. Nothing of it is ever stored.</summary>
public sealed record SignIn
{
    /// <summary>How to sign in.</summary>
    public required SignInMethod Method { get; init; }

    /// <summary>Id or verified domain of the tenant; null only for a managed identity.</summary>
    public string? TenantId { get; init; }

    /// <summary>Id of the registered application; for a managed identity that of the user-assigned one, null for the system's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret of the application; null for other methods.</summary>
    public SecureString? ClientSecret { get; init; }

    /// <summary>Certificate with private key, which stays the caller's; null for one from a store or a file.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Thumbprint of a certificate with private key in the user's or the machine's store; null for one from a file.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>File of a certificate with its private key, PFX or PEM; null for one from a store.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Password of the certificate's file; null when it has none.</summary>
    public SecureString? CertificatePassword { get; init; }

    /// <summary>Address of the sign-in service; null takes the one of the cloud that Sales is in.</summary>
    public Uri? Authority { get; init; }

    /// <summary>App ID URI of a Business Central on premises; null for the one online.</summary>
    public string? BusinessCentralAudience { get; init; }
}
