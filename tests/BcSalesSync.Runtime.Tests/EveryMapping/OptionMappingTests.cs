using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Options;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>What the mappings of options do with their codes, with and without the companion app.</summary>
public sealed class OptionMappingTests
{
    private static readonly (string Mapping, string Set, string Column)[] Mappings =
    [
        ("PAYMENT TERMS", "paymentTerms", "paymenttermscode"),
        ("SHIPMENT METHOD", "shipmentMethods", "address1_freighttermscode"),
        ("SHIPPING AGENT", "shippingAgents", "address1_shippingmethodcode"),
    ];

    /// <summary>Shipping agents need the companion app.</summary>
    public static IEnumerable<object[]> All =>
        from mapping in Mappings.Select(row => row.Mapping) from tier in new[] { 0, 2 } where tier == 2 || mapping != "SHIPPING AGENT"
        select new object[] { mapping, tier };

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_code_becomes_an_option_and_a_new_name_relabels_it(string mapping, int tier)
    {
        await using var world = await OpenAsync(tier);
        var (_, set, column) = Of(mapping);
        var pair = await AddAsync(world, mapping);
        Assert.Contains("NEW1", await world.LabelsAsync(column));

        await RenameAsync(world, set, pair.BcId, "NEW2");
        await world.RunAsync(mapping);

        var labels = await world.LabelsAsync(column);
        Assert.Contains("NEW2", labels);
        Assert.DoesNotContain("NEW1", labels);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Where_both_are_renamed_the_code_stands_and_the_label_is_kept_in_the_log(string mapping, int tier)
    {
        await using var world = await OpenAsync(tier);
        var (_, set, column) = Of(mapping);
        var pair = await AddAsync(world, mapping);
        await world.Desk.SilentlyAsync("sales", "stringmaps", new { stringmapid = (await OptionAsync(world, column)).Id("stringmapid"), value = "Mine" });
        await RenameAsync(world, set, pair.BcId, "NEW2");

        await world.RunAsync(mapping);

        Assert.Contains("NEW2", await world.LabelsAsync(column));
        var lost = await world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = mapping }, default).ToListAsync();
        Assert.Equal("Mine", Assert.Single(lost, value => value.BcId == pair.BcId).LostValue);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_option_that_was_deleted_ends_its_coupling_or_comes_back_by_the_rule(string mapping, int tier)
    {
        await using var world = await OpenAsync(tier);
        var (_, set, column) = Of(mapping);
        var pair = await AddAsync(world, mapping);
        await world.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RestoreRecord });
        await world.Desk.RemoveSilentlyAsync("sales", "stringmaps", (await OptionAsync(world, column)).Id("stringmapid")!.Value);
        await RenameAsync(world, set, pair.BcId, "NEW1");

        await world.RunAsync(mapping);
        Assert.Contains("NEW1", await world.LabelsAsync(column));
        await world.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await world.Desk.RemoveSilentlyAsync("sales", "stringmaps", (await OptionAsync(world, column)).Id("stringmapid")!.Value);
        await RenameAsync(world, set, pair.BcId, "NEW2");
        await world.RunAsync(mapping);

        Assert.Null(await world.CouplingAsync(mapping, pair.BcId));
        Assert.NotNull(await world.Desk.RowAsync("bc", set, pair.BcId));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_code_that_was_deleted_shows_and_its_coupling_ends_by_the_rule_while_the_option_stands(string mapping, int tier)
    {
        await using var world = await OpenAsync(tier);
        var (_, set, column) = Of(mapping);
        var pair = await AddAsync(world, mapping);
        await world.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        await world.Desk.DeleteAsync("bc", set, pair.BcId);

        await world.RunAsync(mapping);
        await world.RepairAsync(await world.PlanRepairsAsync(mapping: mapping));

        Assert.DoesNotContain(await world.CouplingsAsync(mapping), coupling => coupling.BcId == pair.BcId);
        Assert.Contains("NEW1", await world.LabelsAsync(column));
    }

    private static (string Mapping, string Set, string Column) Of(string mapping) => Mappings.Single(row => row.Mapping == mapping);

    private static async Task<SyncWorld> OpenAsync(int tier)
    {
        var world = await SyncWorld.OpenAsync("cronus", tier: tier);
        await world.AllowOptionChangesAsync();
        return world;
    }

    // A new code with its option, in step.
    private static async Task<BcCoupling> AddAsync(SyncWorld world, string mapping)
    {
        var code = await world.AddCodeAsync(Of(mapping).Set, "NEW1", "New");
        var pair = await world.CreatedAsync(mapping, new RecordSelector { BcId = code }, SystemSide.Sales);
        await world.RunAsync(mapping);
        return pair;
    }

    private static Task RenameAsync(SyncWorld world, string set, Guid id, string code)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.Desk.BcAsync(set, new { id, code });
    }

    private static Task<JsonObject> OptionAsync(SyncWorld world, string column) => world.OptionRowAsync("account", column, "NEW1");
}
