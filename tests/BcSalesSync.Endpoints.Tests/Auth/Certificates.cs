using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>Certificates made for one test.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate with its private key.</summary>
    public static X509Certificate2 Own()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=BcSalesSync test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(From, From.AddYears(50));
    }

    /// <summary>What is uploaded of it.</summary>
    public static X509Certificate2 PublicPart(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);

    /// <summary>A file with the certificate and its key, which goes when disposed.</summary>
    public static CertificateFile Save(X509Certificate2 certificate, string extension, string? password)
    {
        var file = new CertificateFile(Path.Combine(Directory.CreateTempSubdirectory("bcsync").FullName, "own" + extension));
        if (extension == ".pfx")
            File.WriteAllBytes(file.Path, certificate.Export(X509ContentType.Pfx, password));
        else
            File.WriteAllText(file.Path, $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}");
        return file;
    }
}
