using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>A full synchronisation, with a state that knows of nothing, of two systems that hold the same records of every mapping.</summary>
public sealed class FilledSidesTests
{
    private static readonly string[] BcSets =
    [
        "currencies", "customers", "vendors", "contacts", "unitsOfMeasure", "items", "resources", "opportunities", "customerPriceGroups", "salesPrices",
        "priceListHeaders", "priceListLines", "itemUnitsOfMeasure", "resourceUnitsOfMeasure",
    ];

    private static readonly string[] SalesSets =
        ["transactioncurrencies", "accounts", "contacts", "uomschedules", "uoms", "products", "pricelevels", "productpricelevels", "opportunities"];

    private static readonly (string Mapping, string Bc, string Sales)[] Criteria =
    [
        ("CUSTOMER", "displayName", "name"), ("VENDOR", "displayName", "name"), ("CONTACT", "email", "emailaddress1"),
        ("ITEM-PRODUCT", "number", "productnumber"), ("RESOURCE-PRODUCT", "number", "productnumber"), ("OPPORTUNITY", "description", "name"),
        ("CUSTPRCGRP-PRICE", "code", "name"), ("PLHEADER-PRICE", "code", "name"),
    ];

    [Theory]
    [InlineData("default")]
    [InlineData("unit groups")]
    [InlineData("extended pricing")]
    [InlineData("teams")]
    [InlineData("order integration")]
    [InlineData("all switches")]
    [InlineData("tier 0")]
    public async Task Everything_is_recommended_to_be_coupled_is_and_nothing_is_created_twice(string name)
    {
        using var folder = new TemporaryFolder();
        await using var world = await WholeWorld.OpenAsync(name);
        await FillAsync(world);
        await using var other = await world.OpenAnotherAsync(name, folder.File("other.db"));
        var served = (await world.ReviewAsync()).Where(line => line.Action is not null).Select(line => line.Mapping).ToHashSet();
        foreach (var (mapping, bc, sales) in Criteria.Where(row => served.Contains(row.Mapping)))
            await other.MappingEditor.SetFieldAsync(new FieldMappingChange { Mapping = mapping, BcField = bc, SalesField = sales, UseForMatching = true }, default);
        var before = await CountAsync(world);

        var recommended = await other.ReviewAsync();
        await other.StartFullSyncAsync(new FullSyncRequest(), default);
        await other.WaitFullSyncAsync(world.Observer, default);
        var lines = await other.ReviewAsync();

        foreach (var mapping in Criteria.Select(row => row.Mapping).Where(served.Contains))
            Assert.Equal((mapping, FullSyncRecommendation.Couple), (mapping, recommended[mapping].Recommendation));
        Assert.All(lines.Values, line => Assert.Equal((line.Mapping, FullSyncStatus.Finished, 0), (line.Mapping, line.Status, line.Inserted)));
        Assert.Equal(before, await CountAsync(world));
        Assert.Equal(await PairsAsync(world.Session), await PairsAsync(other));
    }

    // Options are recognised by their labels, and few are equal to their codes.
    private static async Task<string[]> PairsAsync(ISyncSession session) =>
        [.. (await session.GetCouplingsAsync(new CouplingQuery(), default).ToListAsync())
            .Where(pair => !pair.SalesTable.Contains('.', StringComparison.Ordinal))
            .Select(pair => $"{pair.Mapping} {pair.BcId} {pair.SalesId}").Order(StringComparer.Ordinal)];

    /// <summary>Brings everything of Business Central into Sales, which held nothing.</summary>
    private static async Task FillAsync(SyncWorld world)
    {
        (string Set, string Key)[] sets =
        [
            ("salesorders", "salesorderid"), ("quotes", "quoteid"), ("opportunities", "opportunityid"), ("productpricelevels", "productpricelevelid"),
            ("products", "productid"), ("pricelevels", "pricelevelid"), ("contacts", "contactid"), ("accounts", "accountid"),
        ];
        foreach (var (set, key) in sets)
        {
            foreach (var row in await world.Desk.RowsAsync("sales", set))
                await world.Desk.RemoveSilentlyAsync("sales", set, row[key]!.GetValue<Guid>());
        }

        // The people of a blocked customer come without their account, and such a row is outside the filter.
        await world.Desk.BcAsync("customers", [.. (await world.Desk.RowsAsync("bc", "customers")).Select(row => new { id = row["id"], blocked = " " })]);
        await world.FullSyncAsync(FullSyncAction.FullSync);
        await world.FullSyncAsync(FullSyncAction.FullSync);
    }

    private static async Task<string> CountAsync(SyncWorld world)
    {
        var counts = new List<string>();
        foreach (var set in BcSets)
            counts.Add($"{set} {(await world.Desk.RowsAsync("bc", set)).Count}");
        foreach (var set in SalesSets)
            counts.Add($"{set} {(await world.Desk.RowsAsync("sales", set)).Count}");
        return string.Join(", ", counts);
    }
}
