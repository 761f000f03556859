using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>What keeps a connection from being made, and what it leaves behind: nothing.</summary>
public sealed class RefusedConnectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(false, true, "BusinessCentralUrl")]
    [InlineData(true, false, "SalesUrl")]
    [Trait("Scenario", "SET-103")]
    public async Task Both_addresses_must_be_given(bool businessCentral, bool sales, string missing)
    {
        var complete = Settings();

        var refused = await RefusedAsync(complete with
        {
            BusinessCentralUrl = businessCentral ? complete.BusinessCentralUrl : null,
            SalesUrl = sales ? complete.SalesUrl : null,
        });

        Assert.Equal("BcSync.Connection.SettingMissing", refused.ErrorId);
        Assert.Contains(missing, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"-{missing}", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state.db")));
    }

    [Fact]
    [Trait("Scenario", "SET-103")]
    public async Task A_way_to_sign_in_must_be_given()
    {
        var refused = await RefusedAsync(Settings() with { TokenSource = null });

        Assert.Equal("BcSync.SignIn.NoMethod", refused.ErrorId);
        Assert.Contains("-ClientSecret", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state.db")));
    }

    [Fact]
    public async Task A_transport_that_this_build_lacks_says_how_to_go_on()
    {
        var refused = await RefusedAsync(Settings() with { SalesTransport = SalesTransport.ServiceClient });

        Assert.Equal("BcSync.Connection.TransportNotIncluded", refused.ErrorId);
        Assert.Contains("-WithServiceClient", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state.db")));
    }

    [Theory]
    [InlineData(SignInMethod.ClientSecret, "ClientSecret")]
    [InlineData(SignInMethod.Certificate, "CertificateThumbprint")]
    public async Task A_sign_in_that_lacks_something_says_what(SignInMethod method, string missing)
    {
        var refused = await RefusedAsync(Settings() with
        {
            TokenSource = null, SignIn = new SignIn { Method = method, TenantId = "tenant", ClientId = "application" },
        });

        Assert.Equal("BcSync.SignIn.SettingMissing", refused.ErrorId);
        Assert.Contains($"-{missing}", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_applications_need_a_first_one_to_share_with()
    {
        var refused = await RefusedAsync(Settings() with
        {
            AdditionalSignIns = [new SignIn { Method = SignInMethod.ClientSecret, ClientId = "second" }],
        });

        Assert.Equal("BcSync.SignIn.NoApplication", refused.ErrorId);
        Assert.Contains("-AdditionalClientId", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "SET-104")]
    public async Task A_system_that_cannot_be_reached_is_named_and_nothing_is_saved()
    {
        var refused = await RefusedAsync(Settings());

        Assert.Equal("BcSync.Connection.Unreachable", refused.ErrorId);
        Assert.StartsWith("Business Central: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Check the address", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state.db")));
    }

    [Theory]
    [InlineData(SignInMethod.Certificate)]
    [InlineData(null)]
    public async Task A_profile_that_lacks_a_certificate_or_a_sign_in_is_told_what_can_be_given_with_it(SignInMethod? method)
    {
        var refused = await RefusedAsync(Settings() with
        {
            TokenSource = null, SignIn = method is { } known ? new SignIn { Method = known, TenantId = "tenant", ClientId = "application" } : null,
        });

        Assert.Contains("-Certificate", refused.RecommendedAction.Split(' ', ',', '.'));
        Assert.Contains("-Profile", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_source_of_tokens_says_about_its_failure_reaches_the_user()
    {
        var refused = await RefusedAsync(Settings() with
        {
            TokenSource = (_, _) => throw new SyncException(new BcSyncError
            {
                Time = default,
                Class = FailureClass.Permission,
                ErrorId = "Own.NoToken",
                Message = "The vault is closed.",
                RecommendedAction = "Open the vault.",
            }),
        });

        Assert.Equal((FailureClass.Permission, "Own.NoToken", "Open the vault."), (refused.Class, refused.ErrorId, refused.RecommendedAction));
        Assert.Contains("The vault is closed.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_tokens_that_breaks_is_not_taken_for_an_application_without_rights()
    {
        var refused = await RefusedAsync(Settings() with { TokenSource = (_, _) => throw new InvalidOperationException("The vault is closed.") });

        Assert.Equal("BcSync.Connection.NoToken", refused.ErrorId);
        Assert.Contains("-AccessToken", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("The vault is closed.", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private ConnectionSettings Settings() => new()
    {
        BusinessCentralUrl = new Uri("https://bc.example/v2.0/tenant/Production/api/v2.0"),
        SalesUrl = new Uri("https://sales.example"),
        TokenSource = (_, _) => Task.FromResult(Token()),
        StatePath = folder.File("state.db"),
    };

    private Task<BcSyncError> RefusedAsync(ConnectionSettings settings) => MappingSteps.RefusedAsync(
        () => SyncSessionFactory.OpenAsync(settings, SilentObserver.Instance, clock, new DeadNetwork(), default));

    private static SecureString Token()
    {
        var token = new SecureString();
        token.AppendChar('x');
        return token;
    }

    private sealed class DeadNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host is known.");
    }
}
