using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class ProductUncouplingTests
{
    [Fact]
    [Trait("Scenario", "UNC-113")]
    public async Task Uncoupling_customers_items_and_salespeople_leaves_currencies_and_opportunities_coupled()
    {
        await using var world = await PriceSteps.OpenAsync();
        await world.CoupleSalespeopleAsync();
        var customer = await world.CustomerInStepAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var number = (await world.Desk.BcAsync(
            "opportunities", new { description = "Chairs deal", contactNumber = "CT000202", salespersonCode = "JO" }))[0]!["number"]!.ToString();
        var opportunity = await world.CreateInSalesAsync("OPPORTUNITY", number);
        var items = await world.CouplingsAsync("ITEM-PRODUCT");
        var before = (await world.JobsAsync()).Count(job => job.Type is SyncJobType.Uncoupling);

        await world.UncoupleAsync(
            [await customer.CouplingAsync(), .. items, .. await world.CouplingsAsync("SALESPEOPLE")]);

        Assert.Empty(await world.CouplingsAsync("ITEM-PRODUCT"));
        Assert.Empty(await world.CouplingsAsync("SALESPEOPLE"));
        Assert.Equal(3, (await world.CouplingsAsync("CURRENCY")).Count);
        Assert.NotNull(await opportunity.SalesAsync("bcbi_companyid"));
        Assert.Equal(opportunity.BcId, (await opportunity.CouplingAsync()).BcId);
        var jobs = (await world.JobsAsync()).Where(job => job.Type is SyncJobType.Uncoupling).ToArray();
        Assert.Equal(0, before);
        Assert.Equal(
            ["CONTACT 0/1/0/0/0/0/1", "CUSTOMER 0/1/0/0/0/0/1", $"ITEM-PRODUCT 0/{items.Count}/0/0/0/0/{items.Count}"],
            jobs.Select(job => $"{job.Mapping} {job.Line()}").Order(StringComparer.Ordinal));
        Assert.All(await world.Desk.RowsAsync("sales", "products"), row =>
            Assert.Equal(row["producttypecode"]!.GetValue<int>() == 3, row["_bcbi_companyid_value"] is not null));
    }

    [Fact]
    [Trait("Scenario", "UNC-121")]
    public async Task Resources_are_uncoupled_under_their_own_mapping_though_items_live_in_the_same_table()
    {
        await using var world = await PriceSteps.OpenAsync();
        var resources = await world.CouplingsAsync("RESOURCE-PRODUCT");

        await world.UncoupleAsync(resources[0], resources[^1]);

        var job = Assert.Single(await world.JobsAsync(), job => job.Type is SyncJobType.Uncoupling);
        Assert.Equal(("RESOURCE-PRODUCT", "0/2/0/0/0/0/2"), (job.Mapping, job.Line()));
        Assert.Equal(resources.Count - 2, (await world.CouplingsAsync("RESOURCE-PRODUCT")).Count);
        Assert.Null((await world.Desk.RowAsync("sales", "products", resources[0].SalesId))!["_bcbi_companyid_value"]);
    }
}
