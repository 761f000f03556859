using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Identity;

// Checks that a client is the registered application: by its secret, or by an assertion that its certificate signed.
internal static class ClientProof
{
    public static void Require(SandboxSignIn signIn, IReadOnlyDictionary<string, string> form, DateTimeOffset now)
    {
        if (form.TryGetValue("client_assertion", out var assertion))
        {
            Require(signIn, assertion, now);
        }
        else if (!form.TryGetValue("client_secret", out var secret))
        {
            throw new SignInRefusal(
                "invalid_client", "AADSTS7000218", "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        else if (signIn.ClientSecret is null || secret != signIn.ClientSecret)
        {
            throw new SignInRefusal("invalid_client", "AADSTS7000215", "Invalid client secret provided.");
        }
    }

    private static void Require(SandboxSignIn signIn, string assertion, DateTimeOffset now)
    {
        var parts = assertion.Split('.');
        if (signIn.Certificate is not { } certificate || !IsSigned(certificate, parts))
        {
            throw new SignInRefusal("invalid_client", "AADSTS700027", "The certificate with identifier used to sign the client assertion is not registered.");
        }

        using var claims = JsonDocument.Parse(Base64Url.Decode(parts[1]));
        if (now < Time(claims, "nbf") - TimeSpan.FromMinutes(5) || now > Time(claims, "exp"))
        {
            throw new SignInRefusal("invalid_client", "AADSTS700024", "Client assertion is not within its valid time range.");
        }
    }

    private static bool IsSigned(X509Certificate2 certificate, string[] parts)
    {
        using var header = JsonDocument.Parse(Base64Url.Decode(parts[0]));
        using var key = certificate.GetRSAPublicKey()!;
        var padding = header.RootElement.GetProperty("alg").GetString() == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.Decode(parts[2]), HashAlgorithmName.SHA256, padding);
    }

    private static DateTimeOffset Time(JsonDocument claims, string name)
    {
        var value = claims.RootElement.GetProperty(name);
        var seconds = value.ValueKind is JsonValueKind.String ? long.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetInt64();
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
