using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Claims;

/// <summary>A mapping belongs to one run as long as that gives signs of life, and not a moment longer.</summary>
public sealed class LeaseTests : IDisposable
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_page_that_takes_longer_than_a_lease_keeps_its_mapping()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        var hold = world.Watch.HoldSalesWrites("accounts");
        var run = world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await hold.Reached;

        await world.State.LiveAsync(world.Clock, PastTheLease);

        var busy = await Assert.ThrowsAsync<SyncException>(() => RunAsync(other));
        Assert.Equal("BcSync.Run.Busy", busy.Error.ErrorId);
        hold.Release();
        Assert.Equal(SyncAction.Updated, Assert.Single(await run).Action);
        Assert.Empty(await RunAsync(other));
    }

    [Fact]
    public async Task A_run_that_lost_its_mapping_saves_nothing_any_more_and_says_so()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        BcCoupling? theirs = null;
        OnceAsleep(world, async () =>
        {
            await pair.EditBcAsync(("phoneNumber", "555 0199"));
            await RunAsync(other);
            theirs = await pair.CouplingAsync();
        });

        var lost = await Assert.ThrowsAsync<SyncException>(() => world.RunAsync("CUSTOMER", SyncDirection.ToSales));

        Assert.Equal("BcSync.Run.ClaimLost", lost.Error.ErrorId);
        Assert.Contains("CUSTOMER", lost.Message, StringComparison.Ordinal);
        Assert.Equal(theirs, await pair.CouplingAsync());
        Assert.Equal(("Ely", "555 0199"), (await pair.SalesAsync("address1_city"), await pair.SalesAsync("telephone1")));
        var jobs = await world.Session.GetJobsAsync(new JobQuery { Mapping = "CUSTOMER", Last = 2 }, default).ToListAsync();
        Assert.Equal([SyncJobStatus.Success, SyncJobStatus.Stopped], jobs.Select(job => job.Status));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task What_the_run_that_lost_its_mapping_had_created_in_Business_Central_is_found_by_the_next(int tier)
    {
        await using var world = await OpenAsync(tier);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var account = await world.AddInSalesAsync("CUSTOMER", new { name = "Graphic Design Institute", customertypecode = 3 });
        OnceAsleep(world, () => CreateAsync(other, SystemSide.BusinessCentral, new RecordSelector { SalesId = account }));

        await CreatesNoSecondCustomerAsync(world, account);
    }

    [Fact]
    public async Task What_the_run_that_lost_its_mapping_had_created_in_Sales_is_found_by_the_next()
    {
        await using var world = await OpenAsync();
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var adatum = new RecordSelector { BcNo = "C10000" };
        OnceAsleep(world, () => CreateAsync(other, SystemSide.Sales, adatum));

        await Assert.ThrowsAsync<SyncException>(() => CreateAsync(world.Session, SystemSide.Sales, adatum));

        var account = Assert.Single(await world.Desk.RowsAsync("sales", "accounts"), row => row["name"]!.ToString() == "Adatum Corporation");
        var coupling = await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).SingleAsync();
        Assert.Equal((account["accountid"]!.GetValue<Guid>(), "C10000"), (coupling.SalesId, coupling.BcNo));
    }

    [Fact]
    public async Task What_a_run_was_about_to_create_when_it_was_halted_is_not_sent_once_another_took_its_mapping()
    {
        await using var world = await OpenAsync(tier: 0);
        await using var other = await world.ConnectAnotherAsync(StatePath);
        var account = await world.AddInSalesAsync("CUSTOMER", new { name = "Graphic Design Institute", customertypecode = 3 });
        OnceHalted(world, () => CreateAsync(other, SystemSide.BusinessCentral, new RecordSelector { SalesId = account }));

        await CreatesNoSecondCustomerAsync(world, account);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(0, 0)]
    public async Task A_run_that_was_halted_for_long_makes_sure_of_its_mapping_and_goes_on_where_nobody_took_it(int minutes, int renewals)
    {
        await using var world = await OpenAsync(tier: 0);
        var account = await world.AddInSalesAsync("CUSTOMER", new { name = "Graphic Design Institute", customertypecode = 3 });
        var before = world.State.Renewals;
        world.State.After(change => change.Intents.Count > 0, () =>
        {
            world.Clock.Leap(TimeSpan.FromMinutes(minutes));
            return Task.CompletedTask;
        });

        await CreateAsync(world.Session, SystemSide.BusinessCentral, new RecordSelector { SalesId = account });

        Assert.Equal(renewals, world.State.Renewals - before);
        Assert.Single(await world.Desk.RowsAsync("bc", "customers"), row => row["displayName"]!.ToString() == "Graphic Design Institute");
    }

    public void Dispose() => folder.Dispose();

    private string StatePath => folder.File("state.db");

    private async Task<SyncWorld> OpenAsync(int tier = 2)
    {
        var world = await SyncWorld.OpenAsync("cronus", tier, StatePath);
        await world.PrepareReferencesAsync();
        return world;
    }

    // The run ends because it lost its mapping; the customer that the other one created is the only one, and coupled.
    private static async Task CreatesNoSecondCustomerAsync(SyncWorld world, Guid account)
    {
        var lost = await Assert.ThrowsAsync<SyncException>(
            () => CreateAsync(world.Session, SystemSide.BusinessCentral, new RecordSelector { SalesId = account }));

        Assert.Equal("BcSync.Run.ClaimLost", lost.Error.ErrorId);
        var customer = Assert.Single(
            await world.Desk.RowsAsync("bc", "customers"), row => row["displayName"]!.ToString() == "Graphic Design Institute");
        Assert.Equal(account, (await world.CouplingAsync("CUSTOMER", customer["id"]!.GetValue<Guid>()))!.SalesId);
    }

    // Before the session saves a page it falls asleep, longer than its lease lasts, and wakes up when others have done something.
    private static void OnceAsleep(SyncWorld world, Func<Task> act) => world.State.BeforeSettling(async () =>
    {
        world.State.Sleep();
        world.Clock.Advance(PastTheLease);
        await act();
        world.State.Wake();
    });

    // Between what the session saved and what it sends next its process is halted, longer than its lease lasts, and others do something.
    private static void OnceHalted(SyncWorld world, Func<Task> act) => world.State.After(change => change.Intents.Count > 0, async () =>
    {
        world.Clock.Leap(PastTheLease);
        await act();
    });

    private static Task<List<BcSyncResult>> RunAsync(ISyncSession session) => session.SyncNowAsync(
        new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales }, SilentObserver.Instance, default).ToListAsync().AsTask();

    private static async Task CreateAsync(ISyncSession session, SystemSide side, RecordSelector record)
    {
        var request = new CouplingRequest { Mapping = "CUSTOMER", Records = record, CreateIn = side };
        Assert.Null((await session.CoupleAsync([request], SilentObserver.Instance, default).SingleAsync()).Error);
    }
}
