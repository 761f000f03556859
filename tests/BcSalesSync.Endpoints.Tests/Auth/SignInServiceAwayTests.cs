using System.Net.Sockets;
using System.Security.Authentication;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>A wrong address of the sign-in service is found out soon, because somebody waits for it.</summary>
public sealed class SignInServiceAwayTests
{
    private static readonly (Uri BusinessCentral, Uri Sales) Addresses =
        (SandboxOptions.BusinessCentralAddress, SandboxOptions.SalesAddress);

    private readonly JumpingTime time = new(TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, SocketError.HostNotFound)]
    [InlineData(HttpRequestError.ConnectionError, SocketError.ConnectionRefused)]
    public async Task An_address_where_nobody_answers_is_reported_within_seconds(HttpRequestError error, SocketError cause)
    {
        var handler = new ScriptedHandler(_ => throw new HttpRequestException(error, inner: new SocketException((int)cause)));

        var refused = await RefusedAsync(handler);

        Assert.Equal(("BcSync.SignIn.Unreachable", FailureClass.Transient), (refused.Advice!.ErrorId, refused.Class));
        Assert.Equal(3, handler.Sent.Count);
        Assert.True(time.Pauses.Sum(pause => pause.TotalSeconds) <= 2, string.Join(", ", time.Pauses));
    }

    [Fact]
    public async Task A_certificate_of_the_sign_in_service_that_is_not_trusted_is_reported_at_once()
    {
        var handler = new ScriptedHandler(_ => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError, inner: new AuthenticationException("The remote certificate is invalid: UntrustedRoot")));

        var refused = await RefusedAsync(handler);

        Assert.Equal("BcSync.Connection.CertificateNotTrusted", refused.Advice!.ErrorId);
        Assert.Contains("UntrustedRoot", refused.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    private async Task<EndpointFailure> RefusedAsync(HttpMessageHandler handler)
    {
        var settings = new HttpSettings { Time = time, Jitter = new Random(1) };
        using var session = SignInSession.Open(
            SignInWorld.As(SignInMethod.ClientSecret), Addresses, handler, settings, cacheFolder: null, _ => { });
        var refused = await Assert.ThrowsAsync<EndpointException>(() =>
            session.Sales.GetTokenAsync(new TokenRequest(Addresses.Sales), default));
        return refused.Failure;
    }
}
