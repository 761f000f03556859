using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>A refused sign-in says for which system, as which application, and what to do where.</summary>
public sealed class SignInRefusalTests
{
    private static readonly SandboxSignIn Service = new() { ClientSecret = SignInWorld.Secret };
    private static readonly SignIn Right = SignInWorld.As(SignInMethod.ClientSecret);

    public static TheoryData<string, SandboxSignIn, SignIn, string, string> Refusals => new()
    {
        { "wrong secret", Service, Right with { ClientSecret = SignInWorld.Secured("other") }, "WrongSecret", "Certificates & secrets" },
        { "unknown application", Service, Right with { ClientId = "no-such-app" }, "UnknownApplication", "no-such-app" },
        { "unknown tenant", Service, Right with { TenantId = "22222222-0000-4000-8000-000000000001" }, "UnknownTenant", "-TenantId" },
        { "no consent", Service with { Consents = ["bc"] }, Right, "MissingConsent", "application user" },
        { "no identity", Service, Right with { Method = SignInMethod.ManagedIdentity, ClientId = null }, "NoManagedIdentity", "system-assigned" },
        { "no public client", Service, SignInWorld.As(SignInMethod.DeviceCode) with { ClientId = "no-such-app" }, "UnknownApplication", "-ClientId" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_explained(string trouble, SandboxSignIn service, SignIn signIn, string problem, string nextStep)
    {
        using var world = new SignInWorld(service, signIn);

        // MSAL keeps the tokens of a machine for the whole process.
        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.Sales, refresh: true));

        Assert.True(refused.Failure.Advice?.ErrorId == "BcSync.SignIn." + problem, $"{trouble}: {refused.Failure}");
        Assert.Equal(SystemSide.Sales, refused.Side);
        Assert.Contains("for Sales", refused.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(nextStep, refused.Failure.Advice.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("Trace ID", refused.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SignInWorld.Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_consent_names_the_permission_that_Business_Central_wants()
    {
        using var world = new SignInWorld(Service with { Consents = ["sales"] }, Right);

        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.BusinessCentral));

        Assert.Equal(FailureClass.Permission, refused.Failure.Class);
        Assert.Contains("API.ReadWrite.All", refused.Failure.Advice!.NextStep, StringComparison.Ordinal);
        Assert.Contains(Right.ClientId!, refused.Failure.Advice.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unregistered_certificate_is_told_from_a_wrong_clock()
    {
        using var mine = Certificates.Own();
        using var other = Certificates.Own();
        using var registered = Certificates.PublicPart(other);
        using var world = new SignInWorld(new() { Certificate = registered }, SignInWorld.As(SignInMethod.Certificate) with { Certificate = mine });

        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.Sales));

        Assert.Equal("BcSync.SignIn.CertificateUnknown", refused.Failure.Advice!.ErrorId);
    }

    [Fact]
    public async Task A_clock_that_is_far_off_is_named_as_the_cause()
    {
        using var mine = Certificates.Own();
        using var registered = Certificates.PublicPart(mine);
        using var world = new SignInWorld(
            new() { Certificate = registered },
            SignInWorld.As(SignInMethod.Certificate) with { Certificate = mine },
            serviceClock: new JumpingTime(TimeSpan.Zero));

        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.Sales));

        Assert.Equal("BcSync.SignIn.ClockSkew", refused.Failure.Advice!.ErrorId);
        Assert.Contains("clock", refused.Failure.Advice.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_wants_more_than_an_application_can_show_is_named()
    {
        using var world = new SignInWorld(Service, Right);
        await world.TokenAsync(SystemSide.Sales);
        await world.PlayAsync(new { type = "revokeTokens", claims = """{"access_token":{"nbf":{"essential":true}}}""" });

        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.Sales, refresh: true));

        Assert.Equal("BcSync.SignIn.ConditionalAccess", refused.Failure.Advice!.ErrorId);
    }

    [Fact]
    public async Task A_sign_in_service_that_stays_away_may_be_asked_again_later()
    {
        using var world = new SignInWorld(Service, Right, attempts: 3);
        await world.FaultAsync(new { system = "signin", status = 503, times = 99, when = "before" });

        var refused = await Assert.ThrowsAsync<EndpointException>(() => world.TokenAsync(SystemSide.Sales));

        Assert.Equal(FailureClass.Transient, refused.Failure.Class);
        Assert.Equal(3, await world.AskedAsync());
    }

    [Fact]
    public void A_certificate_that_is_nowhere_is_refused_before_anything_is_sent()
    {
        var refused = Assert.Throws<SignInException>(() => new SignInWorld(
            Service, SignInWorld.As(SignInMethod.Certificate) with { CertificateThumbprint = "00112233445566778899AABBCCDDEEFF00112233" }));

        Assert.Equal("BcSync.SignIn.NoCertificate", refused.Advice.ErrorId);
        Assert.Contains("with -Certificate, with -Profile too", refused.Advice.NextStep, StringComparison.Ordinal);
        Assert.Contains("-CertificatePath", refused.Advice.NextStep, StringComparison.Ordinal);
    }
}
