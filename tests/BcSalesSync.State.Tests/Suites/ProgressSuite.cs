using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Intents, watermarks, checkpoints, mappings and settings.</summary>
public abstract class ProgressSuite(IStateHome home) : StateSuite(home)
{
    private static readonly CreateIntent Intent = new("CUSTOMER", SyncDirection.ToBusinessCentral, Sample.Sales(1), "number", "D00010");

    [Fact]
    public async Task An_intent_is_kept_until_it_is_settled()
    {
        var neighbour = Intent with { SourceId = Sample.Sales(2) };
        await SaveAsync(new StateChange { Intents = [Intent, neighbour, Intent with { Mapping = "VENDOR" }], Now = Sample.Now });
        Assert.Equal([Intent, neighbour], (await IntentsAsync()).OrderBy(intent => intent.SourceId));

        await SaveAsync(new StateChange { SettledIntents = [new(Intent.Mapping, Intent.Direction, Intent.SourceId)], Now = Sample.Now });
        Assert.Equal([neighbour], await IntentsAsync());
        Assert.Single(await Store.Pending.IntentsAsync("VENDOR", Intent.Direction, None));
    }

    [Fact]
    public async Task An_intent_is_replaced_by_the_next_one_for_its_record()
    {
        await SaveAsync(new StateChange { Intents = [Intent], Now = Sample.Now });
        await SaveAsync(new StateChange { Intents = [Intent with { KeyValue = "D00020" }], Now = Sample.Now });

        Assert.Equal("D00020", Assert.Single(await IntentsAsync()).KeyValue);
    }

    [Fact]
    public async Task Intents_of_the_other_direction_are_apart()
    {
        await SaveAsync(new StateChange { Intents = [Intent], Now = Sample.Now });
        var settled = new PendingKey(Intent.Mapping, SyncDirection.ToSales, Intent.SourceId);
        await SaveAsync(new StateChange { SettledIntents = [settled], Now = Sample.Now });

        Assert.Single(await IntentsAsync());
        Assert.Empty(await Store.Pending.IntentsAsync("CUSTOMER", SyncDirection.ToSales, None));
    }

    [Fact]
    public async Task There_is_no_watermark_before_the_first_run()
    {
        Assert.Null(await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
    }

    [Fact]
    public async Task A_watermark_comes_back_by_mapping_and_direction_and_is_replaced()
    {
        var first = new Watermark("CUSTOMER", SyncDirection.ToSales, "delta?token=1");
        var other = new Watermark("CUSTOMER", SyncDirection.ToBusinessCentral, null);
        await SaveAsync(new StateChange { Watermarks = [first, other], Now = Sample.Now });
        Assert.Equal(first, await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));

        await SaveAsync(new StateChange { Watermarks = [first with { Cursor = "delta?token=2" }], Now = Sample.Now });
        Assert.Equal("delta?token=2", (await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None))!.Cursor);
        Assert.Equal(other, await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToBusinessCentral, None));
    }

    [Fact]
    public async Task A_checkpoint_comes_back_by_run_mapping_and_direction_and_is_replaced()
    {
        var first = new Checkpoint(Sample.Other(1), "CUSTOMER", SyncDirection.ToSales, null, false);
        var second = first with { RunId = Sample.Other(2), Cursor = "page-9" };
        await SaveAsync(new StateChange { Checkpoints = [first, second], Now = Sample.Now });
        Assert.Equal(first, await CheckpointAsync(1));

        var done = first with { Cursor = "page-2", Completed = true };
        await SaveAsync(new StateChange { Checkpoints = [done], Now = Sample.Now });
        Assert.Equal(done, await CheckpointAsync(1));
        Assert.Equal(second, await CheckpointAsync(2));
        Assert.Null(await CheckpointAsync(3));
        Assert.Null(await Store.Pending.CheckpointAsync(Sample.Other(1), "CUSTOMER", SyncDirection.ToBusinessCentral, None));
    }

    [Fact]
    public async Task The_default_mappings_come_back_as_they_are_in_the_order_of_runs()
    {
        await SaveAsync(new StateChange { Mappings = [.. DefaultMappings.All.Reverse()], Now = Sample.Now });

        Assert.Equal(DefaultMappings.All.Select(MappingJson.ToText), (await Store.GetMappingsAsync(None)).Select(MappingJson.ToText));
    }

    [Fact]
    public async Task A_mapping_is_replaced_by_name()
    {
        await SaveAsync(new StateChange { Mappings = [Sample.Mapping("CUSTOMER", 1), Sample.Mapping("ITEM", 2)], Now = Sample.Now });
        await SaveAsync(new StateChange { Mappings = [Sample.Mapping("CUSTOMER", 3) with { Enabled = false }], Now = Sample.Now });

        Assert.Equal(
            [("ITEM", 2, true), ("CUSTOMER", 3, false)],
            (await Store.GetMappingsAsync(None)).Select(mapping => (mapping.Name, mapping.Order, mapping.Enabled)));
    }

    [Fact]
    public async Task A_setting_comes_back_and_is_replaced()
    {
        await SaveAsync(new StateChange { Settings = new Dictionary<string, string> { ["a"] = "1", ["b"] = string.Empty }, Now = Sample.Now });
        await SaveAsync(new StateChange { Settings = new Dictionary<string, string> { ["a"] = "2" }, Now = Sample.Now });

        Assert.Equal("2", await Store.GetSettingAsync("a", None));
        Assert.Equal(string.Empty, await Store.GetSettingAsync("b", None));
        Assert.Null(await Store.GetSettingAsync("c", None));
    }

    private Task<IReadOnlyList<CreateIntent>> IntentsAsync() => Store.Pending.IntentsAsync("CUSTOMER", Intent.Direction, None);

    private Task<Checkpoint?> CheckpointAsync(int run) =>
        Store.Pending.CheckpointAsync(Sample.Other(run), "CUSTOMER", SyncDirection.ToSales, None);
}
