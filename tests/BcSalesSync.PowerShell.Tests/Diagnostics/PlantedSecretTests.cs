using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Commands.FullSync;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Commands.Status;
using BcSalesSync.PowerShell.Commands.Synchronization;

namespace BcSalesSync.PowerShell.Tests.Diagnostics;

/// <summary>Secrets are planted in everything that is given to the product and that services answer; then every place it writes to is searched.</summary>
public sealed class PlantedSecretTests
{
    [Fact]
    public async Task A_session_leaves_no_secret_in_streams_spans_files_or_plans()
    {
        await using var world = new PlantedWorld();
        world.Connect();
        world.Shell.Invoke(new InitializeBcSyncCommand());
        world.Network.Refused = "vendors";
        world.Shell.Streams.Switches.Add("Wait");
        world.Shell.Invoke(new TestBcConnectionCommand());
        world.Shell.Invoke(new StartBcFullSyncCommand { Mapping = ["CURRENCY", "UNIT OF MEASURE", "CUSTOMER", "VENDOR"], Action = FullSyncAction.FullSync });
        world.Shell.Invoke(new GetBcSyncPlanCommand { Mapping = ["CUSTOMER"], Direction = SyncDirection.ToSales });
        world.Stopping(() => world.Shell.Invoke(new InvokeBcSyncNowCommand { Mapping = ["VENDOR"], Direction = SyncDirection.ToSales }));
        world.Shell.Invoke(new GetBcSyncErrorCommand());
        world.Shell.Invoke(new GetBcSyncJobCommand());
        await world.ExportAsync();

        Assert.True(world.Network.Echoes > 0);
        Assert.Contains("***", world.AllText(), StringComparison.Ordinal);
        world.AssertNoSecret();
    }

    [Fact]
    public async Task Parts_of_batches_that_repeat_a_secret_are_told_without_it()
    {
        await using var world = new PlantedWorld();
        await world.RefuseRowsAsync("accounts", $"Locked by {PlantedWorld.ClientSecret}.");
        world.Connect();
        world.Shell.Invoke(new InitializeBcSyncCommand());
        world.Shell.Streams.Switches.Add("Wait");
        world.Shell.Invoke(new StartBcFullSyncCommand { Mapping = ["CURRENCY", "CUSTOMER"], Action = FullSyncAction.FullSync });
        world.Shell.Invoke(new GetBcSyncErrorCommand());

        Assert.Contains("Locked by ***.", world.AllText(), StringComparison.Ordinal);
        world.AssertNoSecret();
    }

    [Fact]
    public async Task A_refused_sign_in_shows_the_secret_nowhere()
    {
        await using var world = new PlantedWorld();
        world.Network.RefusesSignIn = true;

        world.Stopping(world.Connect);

        Assert.True(world.Network.Echoes > 0);
        Assert.Contains("AADSTS7000215", world.AllText(), StringComparison.Ordinal);
        world.AssertNoSecret();
    }

    [Fact]
    public async Task A_refused_web_service_key_is_shown_nowhere()
    {
        await using var world = new PlantedWorld();
        world.OnPremises = true;

        world.Stopping(world.Connect);

        Assert.True(world.Network.Echoes > 0);
        world.AssertNoSecret();
    }

    [Fact]
    public async Task The_password_of_a_certificate_is_shown_nowhere()
    {
        await using var world = new PlantedWorld();
        world.WithCertificate = true;

        world.Stopping(world.Connect);

        Assert.Contains("BcSync.SignIn", world.AllText(), StringComparison.Ordinal);
        world.AssertNoSecret();
    }

    [Fact]
    public async Task The_search_finds_a_secret_that_is_written()
    {
        await using var world = new PlantedWorld();
        world.Connect();
        world.Shell.Streams.Verbose($"The secret is {PlantedWorld.ClientSecret}.");

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(world.AssertNoSecret);
    }
}
