using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Finds the certificate an application signs in with, in a file or in a store.</summary>
internal static class CertificateSource
{
    /// <summary>The certificate with its private key; the caller disposes it.</summary>
    /// <exception cref="SignInException">There is none, or it is unusable.</exception>
    public static X509Certificate2 Find(SignIn signIn)
    {
        // A copy, because the caller may dispose of its own.
        var certificate = signIn switch
        {
            { Certificate: { } given } => new X509Certificate2(given),
            { CertificatePath: { } path } => Read(path, signIn),
            _ => Search(signIn.CertificateThumbprint ?? string.Empty),
        };
        if (certificate.HasPrivateKey)
            return certificate;
        using (certificate)
            throw SignInException.Certificate(
                $"The certificate {signIn.CertificatePath ?? certificate.Thumbprint} has no private key that this user may use.",
                "Take the file or store entry that holds the private key, and give this user the right to read it.");
    }

    private static X509Certificate2 Read(string path, SignIn signIn)
    {
        try
        {
            return path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : new X509Certificate2(path, signIn.CertificatePassword, Storage);
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw SignInException.Certificate(
                $"The certificate {path} cannot be read: {problem.Message}",
                "Check the path, and the password if it is a PFX file (-CertificatePassword).");
        }
    }

    private static X509Certificate2 Search(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // Systems without this store have no certificate in it.
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
                return found;
        }

        throw SignInException.Certificate(
            $"No certificate with the thumbprint {thumbprint} is in the store My of this user or this machine.",
            "Import the certificate with its private key, or give it with -Certificate, with -Profile too; with the addresses also its file with "
                + "-CertificatePath.");
    }

    // A key that is written to disk outlives a killed process; macOS knows no other way.
    private static X509KeyStorageFlags Storage =>
        OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
}
