using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class ConnectionTests
{
    [Fact]
    public void Connecting_to_a_sandbox_needs_nothing_else()
    {
        var streams = new RecordingStreams();
        var settings = Connect(streams, new ConnectBcSyncCommand { SandboxPath = "box.db", Seed = "empty" });

        Assert.Equal(new ConnectionSettings { Sandbox = true, SandboxPath = "/resolved/box.db", Seed = "empty" }, settings);
        Assert.Same(Assert.Single(streams.Outputs), ConnectionTable.Current(streams.Scope));
    }

    [Theory]
    [InlineData("http://bc.example", "https://sales.example", "BcSync.Connection.InsecureUrl")]
    [InlineData("https://bc.example", "http://sales.example", "BcSync.Connection.InsecureUrl")]
    [InlineData("ftp://bc.example", "https://sales.example", "BcSync.Connection.InvalidUrl")]
    [Trait("Scenario", "SET-109")]
    public void Data_and_tokens_do_not_leave_the_machine_unencrypted(string bc, string sales, string error)
    {
        var command = new ConnectBcSyncCommand { BusinessCentralUrl = new Uri(bc), SalesUrl = new Uri(sales) };

        var stopped = Assert.Throws<CommandStoppedException>(() => Connect(new RecordingStreams(), command));
        Assert.Equal(error, stopped.Error.Id);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7700/bc")]
    [InlineData("http://localhost:7700/bc")]
    [InlineData("http://[::1]:7700/bc")]
    public void Plain_http_is_fine_within_the_machine(string address)
    {
        var settings = Connect(
            new RecordingStreams(), new ConnectBcSyncCommand { BusinessCentralUrl = new Uri(address), SalesUrl = new Uri(address) });

        Assert.False(settings.Sandbox);
        Assert.Equal(new Uri(address), settings.BusinessCentralUrl);
    }

    [Theory]
    [InlineData("company.crm4.dynamics.com", "https://company.crm4.dynamics.com/")]
    [InlineData("https://CamelCase.crm4.dynamics.com", "https://camelcase.crm4.dynamics.com/")]
    [Trait("Scenario", "SET-109")]
    public void An_address_may_leave_out_https_and_use_any_case(string given, string used)
    {
        var command = new ConnectBcSyncCommand
        {
            BusinessCentralUrl = new Uri("https://bc.example"), SalesUrl = new Uri(given, UriKind.RelativeOrAbsolute),
        };

        Assert.Equal(new Uri(used), Connect(new RecordingStreams(), command).SalesUrl);
    }

    [Fact]
    [Trait("DocumentError", "O-36")]
    public void A_command_without_connection_says_how_to_get_one()
    {
        var command = new GetBcSyncSetupCommand { Streams = new RecordingStreams() };

        var stopped = Assert.Throws<CommandStoppedException>(() => Run(command, "BeginProcessing"));
        Assert.Equal("BcSync.Connection.NotConnected", stopped.Error.Id);
        Assert.Contains("Connect-BcSync", stopped.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_runspace_has_its_own_current_connection()
    {
        var (here, there) = (new object(), new object());
        var connection = ConnectionTable.Add(here, new FakeSession());

        Assert.Same(connection, ConnectionTable.Current(here));
        Assert.Null(ConnectionTable.Current(there));
        Assert.NotNull(ConnectionTable.SessionOf(connection));
    }

    [Fact]
    public void A_given_connection_is_preferred_to_the_current_one()
    {
        var (other, mine) = (new FakeSession(), CommandRun.Connected());
        var connection = ConnectionTable.Add(new object(), other);

        mine.Invoke(new GetBcSyncSetupCommand { Connection = connection });

        Assert.Single(other.Calls);
        Assert.Empty(mine.Session.Calls);
    }

    [Fact]
    public void Disconnecting_closes_the_session_and_makes_the_one_before_current()
    {
        var run = CommandRun.Connected();
        var second = new FakeSession();
        ConnectionTable.Add(run.Streams.Scope, second);

        run.Invoke(new DisconnectBcSyncCommand());

        Assert.True(second.Closed);
        Assert.False(run.Session.Closed);
        Assert.Same(run.Session.Connection, ConnectionTable.Current(run.Streams.Scope));
    }

    [Fact]
    public void A_closed_connection_is_refused()
    {
        var run = CommandRun.Connected();
        var stale = Samples.Connection("stale");

        var stopped = Assert.Throws<CommandStoppedException>(() => run.Invoke(new GetBcSyncSetupCommand { Connection = stale }));
        Assert.Equal("BcSync.Connection.Closed", stopped.Error.Id);
    }

    [Fact]
    public void Without_a_connection_there_is_none_to_get()
    {
        var streams = new RecordingStreams();
        using var command = new GetBcConnectionCommand { Streams = streams };

        Run(command, "ProcessRecord");

        Assert.Empty(streams.Written);
    }

    private static ConnectionSettings Connect(RecordingStreams streams, ConnectBcSyncCommand command)
    {
        ConnectionSettings? given = null;
        streams.Switches.Add("Interactive");
        command.Streams = streams;
        command.Open = (settings, _, _) =>
        {
            given = settings;
            return Task.FromResult<ISyncSession>(new FakeSession());
        };
        Run(command, "ProcessRecord");
        return given!;
    }

    private static void Run(PowerShell.Commands.BcCommand command, string step) => CommandRun.Call(command, step);
}
