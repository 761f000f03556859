using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

/// <summary>Exactly one way to sign in is taken, and a profile finds it again without knowing a secret.</summary>
public sealed class SignInTests
{
    internal static readonly BcProfile Profile = new()
    {
        Name = "production",
        BusinessCentralUrl = new Uri("https://bc.example/api/v2.0"),
        SalesUrl = new Uri("https://sales.example"),
        SignIn = SignInMethod.ClientSecret,
        TenantId = "tenant",
        ClientId = "application",
        SecretName = "sync",
        SecretVault = "vault",
    };

    private readonly RecordingStreams streams = new();
    private readonly FakeProfiles profiles = new(Profile);

    [Fact]
    public void A_secret_signs_in_as_an_application()
    {
        var signIn = Connect(Typed(command => command.ClientSecret = Secured("typed"))).SignIn!;

        Assert.Equal((SignInMethod.ClientSecret, "tenant", "application"), (signIn.Method, signIn.TenantId, signIn.ClientId));
        Assert.Equal("typed", Plain(signIn.ClientSecret!));
    }

    [Fact]
    public void Without_a_way_to_sign_in_the_ways_are_listed()
    {
        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(Typed(_ => { })));

        Assert.Equal("BcSync.SignIn.NoMethod", stopped.Error.Id);
        Assert.Contains("-ManagedIdentity", stopped.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_sign_in_are_refused()
    {
        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(Typed(command =>
        {
            command.SecretName = "sync";
            command.CertificateThumbprint = "00";
        })));

        Assert.Equal("BcSync.SignIn.NoMethod", stopped.Error.Id);
    }

    [Fact]
    public void Rows_of_Sales_go_over_the_Web_API_unless_another_way_is_chosen()
    {
        Assert.Equal(SalesTransport.WebApi, Connect(new ConnectBcSyncCommand { Profile = "production" }).SalesTransport);
        Assert.Equal(
            SalesTransport.ServiceClient,
            Connect(new ConnectBcSyncCommand { Profile = "production", Transport = SalesTransport.ServiceClient }).SalesTransport);
    }

    [Fact]
    public void A_profile_fetches_its_secret_from_the_vault()
    {
        var settings = Connect(new ConnectBcSyncCommand { Profile = "production" });

        Assert.Equal(Profile.SalesUrl, settings.SalesUrl);
        Assert.Equal("sync of vault", Plain(settings.SignIn!.ClientSecret!));
    }

    [Fact]
    public void A_secret_that_is_typed_wins_over_the_one_in_the_vault()
    {
        var settings = Connect(new ConnectBcSyncCommand { Profile = "production", ClientSecret = Secured("typed") });

        Assert.Equal("typed", Plain(settings.SignIn!.ClientSecret!));
    }

    [Fact]
    public void A_secret_that_is_not_there_says_where_it_was_looked_for()
    {
        var command = Typed(command => command.SecretVariable = "BCSALESSYNC_NOT_SET");

        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(command));

        Assert.Equal("BcSync.SignIn.NoSecret", stopped.Error.Id);
        Assert.Contains("BCSALESSYNC_NOT_SET", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_is_saved_once_the_connection_stands_and_holds_no_secret()
    {
        Connect(Typed(command =>
        {
            command.ClientSecret = Secured("planted");
            command.SaveProfile = "test";
        }));

        var saved = profiles.Kept.Single(profile => profile.Name == "test");
        Assert.Equal((SignInMethod.ClientSecret, "application"), (saved.SignIn, saved.ClientId));
        Assert.DoesNotContain("planted", saved.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_fails_leaves_no_profile()
    {
        var command = Typed(command => (command.CertificateThumbprint, command.SaveProfile) = ("00", "test"));
        command.Open = (_, _, _) => throw new InvalidOperationException("away");
        (command.Streams, command.OpenProfiles) = (streams, () => profiles);

        Assert.Throws<CommandStoppedException>(() => CommandRun.Call(command, "ProcessRecord"));

        Assert.Equal([Profile], profiles.Kept);
    }

    [Fact]
    public void Profiles_are_listed_and_forgotten_by_name()
    {
        using var get = new GetBcProfileCommand { Name = ["prod*"], Streams = streams, OpenProfiles = () => profiles };
        using var remove = new RemoveBcProfileCommand { Name = ["production"], Streams = streams, OpenProfiles = () => profiles };

        CommandRun.Call(get, "ProcessRecord");
        CommandRun.Call(remove, "ProcessRecord");

        Assert.Equal([Profile, Profile], streams.Outputs);
        Assert.Empty(profiles.Kept);
    }

    [Fact]
    public void A_profile_that_cannot_be_read_keeps_no_other_from_being_listed()
    {
        profiles.Damaged.Add("broken");
        using var get = new GetBcProfileCommand { Streams = streams, OpenProfiles = () => profiles };

        CommandRun.Call(get, "ProcessRecord");

        Assert.Equal([Profile], streams.Outputs);
        var error = Assert.Single(streams.Errors);
        Assert.Equal(("BcSync.Profile.Unreadable", "broken"), (error.Id, error.Target));
    }

    [Fact]
    public void A_profile_that_cannot_be_read_can_be_forgotten()
    {
        profiles.Damaged.Add("broken");
        using var remove = new RemoveBcProfileCommand { Name = ["broken"], Streams = streams, OpenProfiles = () => profiles };

        CommandRun.Call(remove, "ProcessRecord");

        Assert.Empty(streams.Errors);
        Assert.Empty(profiles.Damaged);
        Assert.Equal([Profile], profiles.Kept);
    }

    [Fact]
    public void A_profile_that_was_not_asked_for_may_be_damaged()
    {
        profiles.Damaged.Add("broken");
        using var get = new GetBcProfileCommand { Name = ["prod*"], Streams = streams, OpenProfiles = () => profiles };

        CommandRun.Call(get, "ProcessRecord");

        Assert.Equal([Profile], streams.Outputs);
        Assert.Empty(streams.Errors);
    }

    [Fact]
    public void A_name_that_no_profile_can_have_is_refused_before_anybody_signs_in()
    {
        profiles.Forbidden.Add("a/b");
        var command = Typed(command => (command.CertificateThumbprint, command.SaveProfile) = ("00", "a/b"));
        command.Open = (_, _, _) => throw new InvalidOperationException("signed in");
        (command.Streams, command.OpenProfiles) = (streams, () => profiles);

        var stopped = Assert.Throws<CommandStoppedException>(() => CommandRun.Call(command, "ProcessRecord"));

        Assert.Equal("BcSync.Profile.InvalidName", stopped.Error.Id);
    }

    [Fact]
    public void A_profile_saved_with_a_certificate_knows_which_one_it_was()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=sync", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

        Connect(Typed(command => (command.Certificate, command.SaveProfile) = (certificate, "test")));

        Assert.Equal(certificate.Thumbprint, profiles.Kept.Single(profile => profile.Name == "test").CertificateThumbprint);
    }

    [Fact]
    public void A_secret_signs_in_with_a_profile_that_was_saved_with_a_token()
    {
        profiles.Kept.Add(Profile with { Name = "token", SignIn = null, SecretName = null, SecretVault = null });

        var signIn = Connect(new ConnectBcSyncCommand { Profile = "token", ClientSecret = Secured("typed") }).SignIn!;

        Assert.Equal((SignInMethod.ClientSecret, "application", "typed"), (signIn.Method, signIn.ClientId, Plain(signIn.ClientSecret!)));
    }

    [Fact]
    public void Further_applications_sign_in_with_secrets_of_their_own()
    {
        var settings = Connect(Typed(command =>
        {
            command.ClientSecret = Secured("first");
            (command.AdditionalClientId, command.AdditionalClientSecret) = (["second", "third"], [Secured("two"), Secured("three")]);
        }));

        Assert.Equal(
            ["tenant second two", "tenant third three"],
            settings.AdditionalSignIns.Select(signIn => $"{signIn.TenantId} {signIn.ClientId} {Plain(signIn.ClientSecret!)}"));
    }

    [Fact]
    public void Further_applications_of_a_certificate_share_it_and_are_kept_in_the_profile()
    {
        var settings = Connect(Typed(command =>
            (command.CertificateThumbprint, command.AdditionalClientId, command.SaveProfile) = ("00FF", ["second"], "test")));

        var second = Assert.Single(settings.AdditionalSignIns);
        Assert.Equal((SignInMethod.Certificate, "second", "00FF"), (second.Method, second.ClientId, second.CertificateThumbprint));
        Assert.Equal(["second"], profiles.Kept.Single(profile => profile.Name == "test").AdditionalClientIds);
    }

    [Fact]
    public void A_further_application_without_secret_is_refused()
    {
        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(Typed(command =>
            (command.ClientSecret, command.AdditionalClientId) = (Secured("first"), ["second"]))));

        Assert.Equal("BcSync.SignIn.AdditionalSecrets", stopped.Error.Id);
    }

    private static ConnectBcSyncCommand Typed(Action<ConnectBcSyncCommand> set)
    {
        var command = new ConnectBcSyncCommand
        {
            BusinessCentralUrl = Profile.BusinessCentralUrl, SalesUrl = Profile.SalesUrl, TenantId = "tenant", ClientId = "application",
        };
        set(command);
        return command;
    }

    private ConnectionSettings Connect(ConnectBcSyncCommand command)
    {
        ConnectionSettings? given = null;
        (command.Streams, command.OpenProfiles, command.Secrets) = (streams, () => profiles, new KnownVault());
        command.Open = (settings, _, _) =>
        {
            given = settings;
            return Task.FromResult<ISyncSession>(new FakeSession());
        };
        CommandRun.Call(command, "ProcessRecord");
        return given!;
    }

    private static SecureString Secured(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    private static string Plain(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;

    private sealed class KnownVault : SecretSource
    {
        internal override (SecureString? Secret, string? Trouble) FromVault(PSCmdlet command, string name, string? vault) =>
            (Secured($"{name} of {vault}"), null);
    }
}
