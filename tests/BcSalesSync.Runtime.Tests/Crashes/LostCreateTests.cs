using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>
/// Business Central chooses the ids of new customers itself (API v2.0 alone), and the process dies over creating them: afterwards what it
/// created is told apart from what others have, or the record is reported.
/// </summary>
public sealed class LostCreateTests : IAsyncLifetime
{
    private MortalWorld world = null!;

    public async Task InitializeAsync() => world = await OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_customer_of_the_same_name_that_was_there_before_is_not_mistaken_for_the_new_one()
    {
        var old = await AddCustomerAsync("Adatum", "Rostock");
        await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut: true);

        Assert.Equal(SyncAction.Updated, Assert.Single(await RunAsync()).Action);

        Assert.Equal(2, (await CustomersAsync()).Count);
        Assert.NotEqual(old, Assert.Single(await CouplingsAsync()).BcId);
        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task A_customer_of_the_same_name_is_not_taken_where_none_was_created()
    {
        var old = await AddCustomerAsync("Adatum", "Rostock");
        await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut: false);

        Assert.Equal(SyncAction.Created, Assert.Single(await RunAsync()).Action);

        Assert.Equal(2, (await CustomersAsync()).Count);
        Assert.NotEqual(old, Assert.Single(await CouplingsAsync()).BcId);
    }

    [Theory]
    [InlineData(true, "Adatum", "Rostock")]
    [InlineData(false, "Adatum", "Bremen")]
    [InlineData(true, "ADATUM", "Bremen")]
    public async Task Whoever_may_or_may_not_be_it_is_reported_and_nothing_is_doubled_or_taken(bool carriedOut, string name, string city)
    {
        var account = await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut);
        if (carriedOut && city != "Rostock")
            await EditAsync(Assert.Single(await CustomersAsync()), name, city);
        else
            await AddCustomerAsync(name, city);
        var before = (await CustomersAsync()).Count;

        var result = Assert.Single(await RunAsync());

        Assert.Equal(
            (SyncAction.Failed, "BcSync.Record.CreateUncertain", FailureClass.Data),
            (result.Action, result.Error?.ErrorId, result.Error?.Class));
        foreach (var customer in await CustomersAsync())
            Assert.Contains(customer["id"]!.ToString(), result.Error!.Message + result.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains($"-SalesId {account}", result.Error!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(before, (await CustomersAsync()).Count);
        Assert.Empty(await CouplingsAsync());
    }

    [Fact]
    public async Task A_reported_record_is_settled_by_coupling_it()
    {
        var account = await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut: false);
        var customer = await AddCustomerAsync("Adatum", "Bremen");
        await RunAsync();

        await world.LiveAsync(async session =>
        {
            var request = new CouplingRequest { Mapping = "CUSTOMER", Records = new RecordSelector { SalesId = account, BcId = customer } };
            Assert.Null((await session.CoupleAsync([request], SilentObserver.Instance, default).SingleAsync()).Error);
        });

        Assert.Equal(customer, Assert.Single(await CouplingsAsync()).BcId);
        Assert.Single(await CustomersAsync());
    }

    [Fact]
    public async Task A_reported_record_is_created_once_the_other_one_is_called_something_else()
    {
        var account = await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut: false);
        await AddCustomerAsync("Adatum", "Bremen");
        await RunAsync();
        await EditAsync(Assert.Single(await CustomersAsync()), "Adatum of Bremen", "Bremen");

        var results = new List<BcSyncResult>();
        await world.LiveAsync(async session => results.AddRange(await session.SyncNowAsync(
            new SyncNowRequest
            {
                Mapping = "CUSTOMER", Direction = SyncDirection.ToBusinessCentral, Records = [new RecordSelector { SalesId = account }],
            },
            SilentObserver.Instance, default).ToListAsync()));

        Assert.Equal(SyncAction.Created, Assert.Single(results).Action);
        Assert.Equal(2, (await CustomersAsync()).Count);
    }

    [Fact]
    public async Task Accounts_that_are_all_the_same_find_as_many_customers_as_were_created()
    {
        for (var i = 0; i < 3; i++)
            await AddAccountAsync("Twin", "Rostock");
        await DieWritingAsync(carriedOut: true);

        await RunAsync();

        Assert.Equal(3, (await CustomersAsync()).Count);
        Assert.Equal(3, (await CouplingsAsync()).Select(coupling => coupling.BcId).Distinct().Count());
    }

    [Fact]
    public async Task Accounts_of_one_name_each_find_their_own_customer_when_the_connection_breaks_within_the_batch()
    {
        foreach (var city in new[] { "Rostock", "Bremen", "Kiel" })
            await AddAccountAsync("Twin", city);
        await world.Desk.FaultAsync(new
        {
            system = "bc", method = "POST", path = "customers", operation = true, when = "before", skip = 1, times = 1,
        });

        await RunAsync();

        var customers = (await CustomersAsync()).ToDictionary(row => row["id"]!.GetValue<Guid>(), row => row["city"]!.ToString());
        Assert.Equal(3, customers.Count);
        foreach (var coupling in await CouplingsAsync())
        {
            var account = await world.Desk.RowAsync("sales", "accounts", coupling.SalesId);
            Assert.Equal(account!["address1_city"]!.ToString(), customers[coupling.BcId]);
        }

        Assert.Equal(3, (await CouplingsAsync()).Count);
    }

    [Fact]
    public async Task A_customer_that_was_found_and_then_refuses_a_change_is_not_created_a_second_time()
    {
        var account = await AddAccountAsync("Adatum", "Rostock");
        await DieWritingAsync(carriedOut: true);
        await world.Desk.SalesAsync("accounts", new { accountid = account, address1_line1 = "Main Street 1" });
        await world.Desk.FaultAsync(new
        {
            system = "bc", set = "customers", rowMatch = new { addressLine1 = "Main Street 1" }, status = 400,
            code = "Application_DialogException", message = "Not today.",
        });
        Assert.Equal(SyncAction.Failed, Assert.Single(await RunAsync()).Action);
        await world.Desk.ClearFaultsAsync();

        await RunAsync();

        Assert.Single(await CustomersAsync());
        Assert.Single(await CouplingsAsync());
    }

    private static async Task<MortalWorld> OpenAsync()
    {
        var world = new MortalWorld("empty", tier: 0);
        await world.LiveAsync(async session =>
        {
            await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
            await session.SetTableMappingAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false }, default);
        });
        return world;
    }

    // The process dies over its first write, the batch of creates: before it is sent, or with its answer unseen.
    private async Task DieWritingAsync(bool carriedOut) => Assert.False(await world.LiveAsync(
        new Doom(DoomedStep.Write, 1, carriedOut), session => RunAsync(session)));

    private async Task<List<BcSyncResult>> RunAsync()
    {
        var results = new List<BcSyncResult>();
        await world.LiveAsync(async session => results.AddRange(await RunAsync(session)));
        return results;
    }

    private static async Task<List<BcSyncResult>> RunAsync(ISyncSession session) => await session.SyncNowAsync(
        new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToBusinessCentral }, SilentObserver.Instance, default).ToListAsync();

    private async Task<List<BcCoupling>> CouplingsAsync()
    {
        var couplings = new List<BcCoupling>();
        await world.LiveAsync(async session => couplings.AddRange(
            await session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync()));
        return couplings;
    }

    private Task<IReadOnlyList<JsonObject>> CustomersAsync() => world.Desk.RowsAsync("bc", "customers");

    private async Task<Guid> AddCustomerAsync(string displayName, string city) =>
        (await world.Desk.BcAsync("customers", new { displayName, city }))[0]!["id"]!.GetValue<Guid>();

    private async Task<Guid> AddAccountAsync(string name, string city) => (await world.Desk.SalesAsync(
        "accounts", new { name, customertypecode = 3, address1_city = city }))[0]!["accountid"]!.GetValue<Guid>();

    private Task EditAsync(JsonObject customer, string displayName, string city) =>
        world.Desk.BcAsync("customers", new { id = customer["id"]!.GetValue<Guid>(), displayName, city });
}
