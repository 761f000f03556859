using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>A state belongs to the two systems it was made with.</summary>
public sealed class StateOwnershipTests : IDisposable
{
    private const string Contoso = "6d0f1a2b-0000-4c3d-8e4f-506172839401";
    private const string Fabrikam = "6d0f1a2b-0000-4c3d-8e4f-506172839402";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_state_is_refused_for_systems_it_was_not_made_with_and_stays_as_it_is()
    {
        var state = folder.File("state.db");
        await using (var first = await SyncWorld.OpenAsync("cronus", statePath: state))
            await first.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");

        var refused = await Assert.ThrowsAsync<SyncException>(() => SyncWorld.OpenAsync("empty", statePath: state));

        Assert.Equal("BcSync.Connection.StateOfOtherSystems", refused.Error.ErrorId);
        Assert.Contains(state, refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.Message.Split("CRONUS International Ltd.").Length - 1);
        Assert.Equal(2, refused.Message.Split("Sales organisation").Length - 1);
        Assert.Contains("-StatePath", refused.Error.RecommendedAction, StringComparison.Ordinal);
        await using var again = await SyncWorld.OpenAsync("cronus", statePath: state, setUp: false);
        Assert.Single(await again.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
    }

    [Fact]
    public async Task A_sandbox_that_is_opened_again_from_its_file_keeps_its_state()
    {
        await using (var first = await SandboxAsync("box.db"))
            await first.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
        clock.Advance(TimeSpan.FromDays(1));

        await using var again = await SandboxAsync("box.db");

        Assert.NotEmpty(await again.GetTableMappingsAsync(null, default).ToListAsync());
    }

    [Fact]
    public async Task A_sandbox_that_begins_anew_is_another_system_although_it_is_called_the_same()
    {
        await (await SandboxAsync("box.db")).DisposeAsync();
        clock.Advance(TimeSpan.FromDays(1));
        File.Delete(folder.File("box.db"));

        var refused = await Assert.ThrowsAsync<SyncException>(() => SandboxAsync("box.db"));

        Assert.Equal("BcSync.Connection.StateOfOtherSystems", refused.Error.ErrorId);
        Assert.Contains(folder.File("box.db.state"), refused.Message, StringComparison.Ordinal);
        File.Delete(folder.File("box.db.state"));
        await (await SandboxAsync("box.db")).DisposeAsync();
    }

    [Theory]
    [InlineData($"{Contoso}/Production", "contoso.com/production")]
    [InlineData("Production", $"{Contoso}/Production")]
    public async Task An_environment_is_the_same_however_its_tenant_is_written(string first, string second)
    {
        await using var systems = await SyncWorld.OpenAsync("cronus");
        await (await CloudAsync(systems, first)).DisposeAsync();

        await (await CloudAsync(systems, second)).DisposeAsync();
    }

    [Theory]
    [InlineData($"{Contoso}/Production", $"{Contoso}/Copy")]
    [InlineData($"{Contoso}/Production", $"{Fabrikam}/Production")]
    public async Task A_copied_environment_is_another_system_although_its_company_has_the_same_id(string first, string second)
    {
        await using var systems = await SyncWorld.OpenAsync("cronus");
        await (await CloudAsync(systems, first)).DisposeAsync();

        var refused = await Assert.ThrowsAsync<SyncException>(() => CloudAsync(systems, second));

        Assert.Equal("BcSync.Connection.StateOfOtherSystems", refused.Error.ErrorId);
    }

    public void Dispose() => folder.Dispose();

    private Task<ISyncSession> SandboxAsync(string name) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings { Sandbox = true, SandboxPath = folder.File(name), Seed = "cronus" }, SilentObserver.Instance, clock, null, default);

    private static SecureString Token()
    {
        var token = new SecureString();
        token.AppendChar('x');
        return token;
    }

    // The systems of a sandbox, Business Central behind an address of the cloud.
    private Task<ISyncSession> CloudAsync(SyncWorld systems, string environment) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings
        {
            BusinessCentralUrl = new Uri($"https://api.businesscentral.example/v2.0/{environment}/api/v2.0"),
            SalesUrl = SandboxOptions.SalesAddress,
            TokenSource = (_, _) => Task.FromResult(Token()),
            StatePath = folder.File("cloud.db"),
        },
        SilentObserver.Instance,
        clock,
        systems.Through(address => address.AbsolutePath.Split("/api/v2.0/") is [_, var standard]
            ? new Uri(SandboxOptions.BusinessCentralAddress, standard + address.Query)
            : address.AbsolutePath.Split("/sync/v1.0/") is [_, var companion] ? new Uri(SandboxOptions.CompanionAddress, companion + address.Query)
            : address),
        default);
}
