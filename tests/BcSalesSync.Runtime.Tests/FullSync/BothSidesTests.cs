using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>A full synchronisation of two systems that hold the same records before they ever met.</summary>
public sealed class BothSidesTests
{
    private static readonly string[] Mappings = ["CURRENCY", "UNIT OF MEASURE", "CUSTOMER", "CONTACT", "ITEM-PRODUCT"];

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task Coupling_is_recommended_and_couples_equal_records_without_creating_any()
    {
        await using var world = await OpenAsync();
        var before = await RowCountsAsync(world);

        var lines = await world.FullSyncAsync(null);

        Assert.All(lines, line => Assert.Equal((line.Mapping, FullSyncStatus.Finished), (line.Mapping, line.Status)));
        Assert.Equal(
            Mappings.Select(mapping => (mapping, FullSyncRecommendation.Couple, 2, 0, 0)),
            lines.Where(line => Mappings.Contains(line.Mapping))
                .Select(line => (line.Mapping, line.Recommendation, line.Coupled, line.Inserted, line.Failed)));
        Assert.Equal(before, await RowCountsAsync(world));
    }

    [Fact]
    public async Task Another_full_synchronisation_of_what_was_coupled_creates_and_writes_nothing()
    {
        await using var world = await OpenAsync();
        await world.FullSyncAsync(null);
        await world.FullSyncAsync(FullSyncAction.FullSync);
        var before = await RowCountsAsync(world);
        await world.Desk.ResetRequestsAsync();

        await world.FullSyncAsync(null);

        Assert.Empty(await world.WritesAsync());
        await world.FullSyncAsync(FullSyncAction.FullSync);
        Assert.Empty(await world.WritesAsync());
        Assert.Equal(before, await RowCountsAsync(world));
    }

    [Fact]
    public async Task A_line_that_is_to_couple_without_criteria_creates_nothing_although_runs_of_its_mapping_do()
    {
        await using var world = await WholeWorld.OpenAsync("default");
        await MatchByAsync(world, "CONTACT", "email", "emailaddress1");
        var before = await RowCountsAsync(world);

        var line = (await world.FullSyncAsync(null)).Single(line => line.Mapping == "OPPORTUNITY");

        Assert.Equal((FullSyncAction.Couple, FullSyncStatus.Finished, 0, 0), (line.Action, line.Status, line.Inserted, line.Failed));
        Assert.NotEmpty(await world.CouplingsAsync("CONTACT"));
        Assert.Equal(
            (before["opportunities"], before["accounts"], before["customers"]),
            ((await RowCountsAsync(world))["opportunities"], (await RowCountsAsync(world))["accounts"], (await RowCountsAsync(world))["customers"]));
        var created = (await world.RunAsync("OPPORTUNITY")).Count(result => result.Action is SyncAction.Created);
        Assert.NotEqual(0, created);
        Assert.Equal(
            before["opportunities"] + before["deals"] + created,
            (await RowCountsAsync(world))["opportunities"] + (await RowCountsAsync(world))["deals"]);
        await world.RunAsync("OPPORTUNITY");
        await world.Desk.ResetRequestsAsync();
        await world.FullSyncAsync(FullSyncAction.Couple, "OPPORTUNITY");
        Assert.Empty(await world.WritesAsync());
    }

    [Theory]
    [InlineData("ITEM-PRODUCT", "1000")]
    [InlineData("CUSTPRCGRP-PRICE", "RETAIL")]
    public async Task What_would_be_refused_as_a_second_row_of_its_number_is_not_sent_and_the_error_tells_what_to_couple(string mapping, string number)
    {
        await using var world = await WholeWorld.OpenAsync("default");

        await world.FullSyncAsync(FullSyncAction.FullSync);

        var error = Assert.Single(
            await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = mapping }, default).ToListAsync(), error => error.BcNo == number);
        Assert.Equal(("BcSync.Record.AlreadyExists", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains($"New-BcCoupling -Mapping {mapping} -BcId {error.BcId} -SalesId ", error.RecommendedAction, StringComparison.Ordinal);
        var named = Guid.Parse(error.Message.TrimEnd('.')[^36..]);
        await world.CoupledAsync(mapping, new RecordSelector { BcId = error.BcId, SalesId = named });
    }

    /// <summary>Two currencies, units, customers, contacts and items, each on both sides, with the fields by which they are recognised.</summary>
    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync();
        foreach (var code in new[] { "USD", "GBP" })
        {
            await world.AddCurrencyAsync(code, code, code);
            await world.Desk.SalesAsync(
                "transactioncurrencies", new { isocurrencycode = code, currencyname = code, currencysymbol = code, exchangerate = 1.25m, currencyprecision = 2 });
        }

        foreach (var unit in new[] { "PCS", "BOX" })
        {
            await world.AddUnitsAsync(unit);
            await world.Desk.SalesAsync("uomschedules", new { name = $"NAV {unit}", baseuomname = unit });
            await world.AddItemAsync($"I-{unit}", unit: unit);
            await world.AddProductAsync($"I-{unit}", $"Item I-{unit}", unit);
        }

        foreach (var name in new[] { "Litware", "Contoso" })
            await AddCustomerAsync(world, name);
        await MatchByAsync(world, "CUSTOMER", "displayName", "name");
        await MatchByAsync(world, "CONTACT", "email", "emailaddress1");
        await MatchByAsync(world, "ITEM-PRODUCT", "number", "productnumber");
        return world;
    }

    // A customer with a person, and their like in Sales.
    private static async Task AddCustomerAsync(SyncWorld world, string name)
    {
        var email = $"front.desk@{name}.example";
        await world.Desk.BcAsync("customers", new { displayName = name });
        var company = Assert.Single(await world.Desk.RowsAsync("bc", "contacts"), row => (string?)row["displayName"] == name);
        await world.Desk.BcAsync("contacts", new { type = "Person", displayName = "Front Desk", companyNumber = (string)company["number"]!, email });
        var account = await world.AddInSalesAsync("CUSTOMER", new { name, customertypecode = 3 });
        await world.AddInSalesAsync("CONTACT", new { firstname = "Front", lastname = "Desk", parentcustomerid = account, emailaddress1 = email });
    }

    private static Task MatchByAsync(SyncWorld world, string mapping, string bcField, string salesField) => world.SetFieldAsync(
        new FieldMappingChange { Mapping = mapping, BcField = bcField, SalesField = salesField, UseForMatching = true });

    private static async Task<Dictionary<string, int>> RowCountsAsync(SyncWorld world)
    {
        var counts = new Dictionary<string, int>();
        foreach (var set in new[] { "currencies", "unitsOfMeasure", "customers", "items" })
            counts[set] = (await world.Desk.RowsAsync("bc", set)).Count;
        foreach (var set in new[] { "transactioncurrencies", "uomschedules", "uoms", "accounts", "contacts", "products", "opportunities" })
            counts[set] = (await world.Desk.RowsAsync("sales", set)).Count;
        counts["persons"] = (await world.Desk.RowsAsync("bc", "contacts")).Count;
        counts["deals"] = (await world.Desk.RowsAsync("bc", "opportunities")).Count;
        return counts;
    }
}
