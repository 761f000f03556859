using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

/// <summary>A state in PostgreSQL is connected to as it is typed, and a profile keeps all of it but the password.</summary>
public sealed class StateConnectionTests
{
    private const string Typed = "Host=db.example.com;Database=sync;Username=worker;Password=\"pl;anted\";Search Path=north";

    private readonly RecordingStreams streams = new();
    private readonly FakeProfiles profiles = new();

    [Fact]
    public void What_is_typed_reaches_the_session_also_for_a_sandbox()
    {
        var sandbox = Connect(new ConnectBcSyncCommand { Sandbox = true, StateConnectionString = Secured(Typed) });
        var own = Connect(Own(command => command.StateConnectionString = Secured(Typed)));

        Assert.Equal((Typed, Typed), (Plain(sandbox), Plain(own)));
    }

    [Fact]
    public void Two_places_for_one_state_are_refused()
    {
        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(new ConnectBcSyncCommand
        {
            Sandbox = true, StatePath = "state.db", StateConnectionString = Secured(Typed),
        }));

        Assert.Equal("BcSync.Connection.TwoStates", stopped.Error.Id);
    }

    [Fact]
    public void A_profile_keeps_the_place_and_not_the_password()
    {
        Connect(Own(command => (command.StateConnectionString, command.SaveProfile) = (Secured(Typed), "north")));

        var saved = Assert.Single(profiles.Kept);
        Assert.DoesNotContain("anted", saved.ToString(), StringComparison.OrdinalIgnoreCase);
        var again = Plain(Connect(new ConnectBcSyncCommand { Profile = "north" }))!;
        Assert.Contains("db.example.com", again, StringComparison.Ordinal);
        Assert.Contains("north", again, StringComparison.Ordinal);
        Assert.Contains("worker", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PWD")]
    [InlineData("psw")]
    [InlineData("SSL Password")]
    public void A_password_is_known_by_all_its_names(string keyword)
    {
        Connect(Own(command => (command.StateConnectionString, command.SaveProfile) = (Secured($"Host=db;Database=sync;{keyword}=planted"), "north")));

        Assert.DoesNotContain("planted", Assert.Single(profiles.Kept).ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_typed_wins_over_the_place_of_a_profile()
    {
        Connect(Own(command => (command.StateConnectionString, command.SaveProfile) = (Secured(Typed), "north")));

        var file = Connect(new ConnectBcSyncCommand { Profile = "north", StatePath = "state.db" });
        var other = Connect(new ConnectBcSyncCommand { Profile = "north", StateConnectionString = Secured("Host=other") });

        Assert.Equal((true, null), (file.StatePath!.EndsWith("state.db", StringComparison.Ordinal), Plain(file)));
        Assert.Equal((null, "Host=other"), (other.StatePath, Plain(other)));
    }

    private static ConnectBcSyncCommand Own(Action<ConnectBcSyncCommand> set)
    {
        var command = new ConnectBcSyncCommand
        {
            BusinessCentralUrl = new Uri("https://bc.example/api/v2.0"), SalesUrl = new Uri("https://sales.example"), TenantId = "tenant",
            SecretVariable = "PATH",
        };
        set(command);
        return command;
    }

    private ConnectionSettings Connect(ConnectBcSyncCommand command)
    {
        ConnectionSettings? given = null;
        (command.Streams, command.OpenProfiles) = (streams, () => profiles);
        command.Open = (settings, _, _) =>
        {
            given = settings;
            return Task.FromResult<ISyncSession>(new FakeSession());
        };
        CommandRun.Call(command, "ProcessRecord");
        return given!;
    }

    private static SecureString Secured(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    private static string? Plain(ConnectionSettings settings) =>
        settings.StateConnectionString is { } secret ? new NetworkCredential(string.Empty, secret).Password : null;
}
