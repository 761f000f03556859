using System.Security.Authentication;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Tells a certificate that this machine does not trust from a connection that cannot be made; waiting does not help it.</summary>
internal static class CertificateRefusal
{
    private const string ErrorId = "BcSync.Connection.CertificateNotTrusted";

    /// <summary>True when the other side proved itself by a certificate that was refused.</summary>
    public static bool Is(Exception? error) => error is HttpRequestException { InnerException: AuthenticationException };

    /// <summary>The failure with the reason and the next step.</summary>
    /// <param name="host">Who presented the certificate.</param>
    /// <param name="error">What broke the connection.</param>
    public static EndpointFailure Explain(string host, Exception error) => new(
        FailureClass.Configuration, "CertificateNotTrusted", $"{host} presented a certificate that is not trusted: {error.InnerException!.Message}")
    {
        Advice = new FailureAdvice(
            ErrorId,
            $"Check that the address leads to the right server. If it does, have {host} present a certificate in its name from an authority "
                + "that this machine trusts, or add its authority to the trusted roots of this machine."),
    };
}
