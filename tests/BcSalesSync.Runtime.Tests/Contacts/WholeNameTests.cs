using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Contacts;

/// <summary>Names of contacts where Business Central has no companion app and so offers them as a whole only.</summary>
public sealed class WholeNameTests
{
    private const string Mapping = "CONTACT";

    [Theory]
    [InlineData("Cora", "", "Newman", "Cora Newman")]
    [InlineData("Anna Maria", "", "von Berg", "Anna Maria von Berg")]
    [InlineData("Robert", "J.", "Townes", "Robert J. Townes")]
    [InlineData("", "", "Cher", "Cher")]
    public async Task A_contact_created_from_Sales_has_its_full_name_and_keeps_the_parts_in_Sales(string first, string middle, string last, string name)
    {
        await using var world = await OpenAsync();

        var pair = await CreateAsync(world, first, middle, last);

        Assert.Equal((name, "Person", "CT000101"), (await pair.BcAsync("displayName"), await pair.BcAsync("type"), await pair.BcAsync("companyNumber")));
        Assert.Equal("", string.Join("; ", await EchoesAsync(world)));
        await pair.EditBcAsync(("email", "new@adatum.example"));
        await world.RunAsync(Mapping);
        Assert.Equal((first, middle, last, "new@adatum.example"), (await PartAsync(pair, "firstname"), await PartAsync(pair, "middlename"),
            await PartAsync(pair, "lastname"), await PartAsync(pair, "emailaddress1")));
    }

    [Fact]
    public async Task A_part_changed_in_Sales_changes_the_name_in_Business_Central_and_does_not_come_back()
    {
        await using var world = await OpenAsync();
        var pair = await CreateAsync(world, "Anna Maria", "", "von Berg");
        await pair.EditSalesAsync(("lastname", "von Stein"));

        var results = await world.RunAsync(Mapping);

        Assert.Equal([SyncAction.Updated], results.Select(result => result.Action).Where(action => action is not SyncAction.Unchanged));
        Assert.Equal("Anna Maria von Stein", await pair.BcAsync("displayName"));
        Assert.Equal("", string.Join("; ", await EchoesAsync(world)));
        Assert.Equal(("Anna Maria", "von Stein"), (await PartAsync(pair, "firstname"), await PartAsync(pair, "lastname")));
    }

    [Theory]
    [InlineData("Cora Lee Oldman", "Cora", "Lee", "Oldman")]
    [InlineData("Cher", "Cher", "", "")]
    public async Task A_name_changed_in_Business_Central_is_split_for_Sales_and_does_not_come_back(string name, string first, string middle, string last)
    {
        await using var world = await OpenAsync();
        var pair = await CreateAsync(world, "Cora", "", "Newman");
        await pair.EditBcAsync(("displayName", name));

        await world.RunAsync(Mapping);

        Assert.Equal((first, middle, last), (await PartAsync(pair, "firstname"), await PartAsync(pair, "middlename"), await PartAsync(pair, "lastname")));
        Assert.Equal("", string.Join("; ", await EchoesAsync(world)));
        Assert.Equal(name, await pair.BcAsync("displayName"));
    }

    [Fact]
    public async Task A_contact_created_from_Business_Central_takes_the_parts_it_has_there()
    {
        await using var world = await OpenAsync();
        var contact = await world.Desk.FindAsync("bc", "contacts", "number", "CT000201");
        await world.Desk.BcAsync("contacts", new { id = contact["id"], firstName = "Anna Maria", middleName = "Luise", surname = "von Berg" });

        var pair = await world.CreateInSalesAsync(Mapping, "CT000201");

        Assert.Equal(("Anna Maria", "Luise", "von Berg"), (await PartAsync(pair, "firstname"), await PartAsync(pair, "middlename"), await PartAsync(pair, "lastname")));
        Assert.Equal("", string.Join("; ", await EchoesAsync(world)));
    }

    [Fact]
    public async Task Sending_a_contact_to_Sales_by_hand_keeps_parts_that_make_up_the_name()
    {
        await using var world = await OpenAsync();
        var pair = await CreateAsync(world, "Anna Maria", "", "von Berg");

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(("Anna Maria", "", "von Berg"), (await PartAsync(pair, "firstname"), await PartAsync(pair, "middlename"), await PartAsync(pair, "lastname")));
    }

    [Fact]
    public async Task A_name_changed_on_both_sides_is_a_conflict()
    {
        await using var world = await OpenAsync();
        var pair = await CreateAsync(world, "Cora", "", "Newman");
        await pair.EditBcAsync(("displayName", "Cora Oldman"));
        await pair.EditSalesAsync(("lastname", "Youngman"));

        var results = await world.RunAsync(Mapping);

        Assert.Contains(results, result => result.Action is SyncAction.Conflict);
        Assert.Equal(("Cora Oldman", "Youngman"), (await pair.BcAsync("displayName"), await PartAsync(pair, "lastname")));
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus", tier: 0);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CoupleSalespeopleAsync();
        await world.CustomerInStepAsync();
        return world;
    }

    private static async Task<CoupledPair> CreateAsync(SyncWorld world, string first, string middle, string last)
    {
        var account = await world.SalesIdAsync("CUSTOMER", "name", await AccountAsync(world));
        var salesId = await world.AddInSalesAsync(Mapping, new { firstname = first, middlename = middle, lastname = last, parentcustomerid = account });
        var coupling = await world.CreatedAsync(Mapping, new RecordSelector { SalesId = salesId }, SystemSide.BusinessCentral);
        await world.RunAsync(Mapping); // Gives the row in Sales its company.
        return new CoupledPair(world, Mapping, coupling.BcId, coupling.SalesId);
    }

    private static async Task<string> AccountAsync(SyncWorld world) => (await world.CouplingsAsync("CUSTOMER"))[0].SalesName!;

    private static async Task<string> PartAsync(CoupledPair pair, string column) => await pair.SalesAsync(column) ?? "";

    // What two more runs write.
    private static async Task<string[]> EchoesAsync(SyncWorld world)
    {
        await world.Desk.ResetRequestsAsync();
        await world.RunAsync(Mapping);
        await world.RunAsync(Mapping);
        return await world.WritesAsync();
    }
}
