using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>One sign-in through MSAL opens both systems, and keeps them open.</summary>
public sealed class SignInTests
{
    private static readonly SandboxSignIn WithSecret = new() { ClientSecret = SignInWorld.Secret };

    [Fact]
    public async Task An_application_signs_in_with_its_secret()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));

        await OpensBothAsync(world);
    }

    [Fact]
    public async Task A_token_is_for_one_system_only()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));

        Assert.NotEqual(await world.TokenAsync(SystemSide.Sales), await world.TokenAsync(SystemSide.BusinessCentral));
    }

    [Fact]
    public async Task A_token_is_kept_and_not_asked_for_again()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));

        for (var request = 0; request < 20; request++)
            await world.TokenAsync(SystemSide.Sales);

        Assert.Equal(1, await world.AskedAsync());
    }

    [Fact]
    public async Task An_application_signs_in_with_its_certificate()
    {
        using var certificate = Certificates.Own();
        using var registered = Certificates.PublicPart(certificate);
        using var world = new SignInWorld(
            new() { Certificate = registered }, SignInWorld.As(SignInMethod.Certificate) with { Certificate = certificate });

        await OpensBothAsync(world);
    }

    [Theory]
    [InlineData(".pfx", "pass")]
    [InlineData(".pfx", null)]
    [InlineData(".pem", null)]
    public async Task A_certificate_may_come_from_a_file(string extension, string? password)
    {
        using var certificate = Certificates.Own();
        using var registered = Certificates.PublicPart(certificate);
        using var file = Certificates.Save(certificate, extension, password);
        using var world = new SignInWorld(new() { Certificate = registered }, SignInWorld.As(SignInMethod.Certificate) with
        {
            CertificatePath = file.Path,
            CertificatePassword = password is null ? null : SignInWorld.Secured(password),
        });

        await OpensBothAsync(world);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_machine_signs_in_with_the_identity_it_was_given(bool ofUser)
    {
        using var world = new SignInWorld(
            new() { HasManagedIdentity = true }, SignInWorld.As(SignInMethod.ManagedIdentity) with { ClientId = ofUser ? new SandboxSignIn().ClientId : null });

        await OpensBothAsync(world);
    }

    [Fact]
    public async Task A_user_types_one_code_for_both_systems()
    {
        using var world = new SignInWorld(new(), SignInWorld.As(SignInMethod.DeviceCode));

        await OpensBothAsync(world);

        Assert.Contains("SANDBOX1", Assert.Single(world.Announced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_replaced_by_one_with_the_claims_that_the_system_wants()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));
        await OpensBothAsync(world);

        await world.PlayAsync(new { type = "revokeTokens", claims = "{}" });

        Assert.Equal(HttpStatusCode.Unauthorized, await world.AskAsync(SystemSide.Sales));
        Assert.Equal(HttpStatusCode.OK, await world.AskAsync(SystemSide.Sales, refresh: true, claims: "{}"));
    }

    [Fact]
    public async Task Claims_that_are_asked_for_right_after_another_renewal_are_in_the_token()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));
        await world.TokenAsync(SystemSide.Sales, refresh: true);
        await world.PlayAsync(new { type = "revokeTokens", claims = "{}" });

        Assert.Equal(HttpStatusCode.OK, await world.AskAsync(SystemSide.Sales, refresh: true, claims: "{}"));
    }

    [Fact]
    public async Task Requests_that_are_asked_for_the_same_claims_share_one_new_token()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));
        await world.TokenAsync(SystemSide.Sales);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.TokenAsync(SystemSide.Sales, refresh: true, claims: "{}")));

        Assert.Single(renewed.Distinct());
        Assert.Equal(2, await world.AskedAsync());
    }

    [Fact]
    public async Task Requests_that_are_refused_together_share_one_new_token()
    {
        using var world = new SignInWorld(WithSecret, SignInWorld.As(SignInMethod.ClientSecret));
        var old = await world.TokenAsync(SystemSide.Sales);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.TokenAsync(SystemSide.Sales, refresh: true)));

        Assert.NotEqual(old, Assert.Single(renewed.Distinct()));
        Assert.Equal(2, await world.AskedAsync());
    }

    [Fact]
    public async Task A_busy_sign_in_service_is_left_alone_for_as_long_as_it_asks()
    {
        // MSAL remembers for the whole process whom it must not ask, and for how long in real time; too early a question costs an attempt.
        var service = WithSecret with { ClientId = "11111111-0000-4000-8000-00000000000b" };
        using var world = new SignInWorld(service, SignInWorld.As(SignInMethod.ClientSecret, service), attempts: 2, ownClock: TimeProvider.System);
        await world.FaultAsync(new { system = "signin", status = 429, retryAfter = 1, times = 1, when = "before" });

        Assert.Equal(HttpStatusCode.OK, await world.AskAsync(SystemSide.Sales));

        Assert.Equal(2, await world.AskedAsync());
    }

    private static async Task OpensBothAsync(SignInWorld world)
    {
        Assert.Equal(HttpStatusCode.OK, await world.AskAsync(SystemSide.BusinessCentral));
        Assert.Equal(HttpStatusCode.OK, await world.AskAsync(SystemSide.Sales));
    }
}
