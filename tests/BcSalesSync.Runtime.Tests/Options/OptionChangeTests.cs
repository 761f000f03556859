using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Options;

public sealed class OptionChangeTests
{
    [Fact]
    public async Task Options_are_neither_added_nor_relabelled_until_an_admin_allows_it()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var before = await world.LabelsAsync("paymenttermscode");
        var code = await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");
        await world.CoupledAsync("PAYMENT TERMS", new RecordSelector { BcNo = "NET30", SalesName = "Net 30" }, SyncDirection.ToSales);

        var asked = await world.CoupleAsync("PAYMENT TERMS", new RecordSelector { BcId = code }, createIn: SystemSide.Sales);
        await world.FullSyncAsync(FullSyncAction.FullSync, "PAYMENT TERMS");

        Assert.Equal("BcSync.Record.OptionChangesOff", asked.Error?.ErrorId);
        Assert.Equal(before, await world.LabelsAsync("paymenttermscode"));
        Assert.Equal(0, (await world.LastJobAsync("PAYMENT TERMS", SyncDirection.ToSales)).Failed);
    }

    [Fact]
    public async Task A_new_code_becomes_a_new_option_where_that_is_allowed()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        var code = await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");

        var coupling = (await world.CoupleAsync("PAYMENT TERMS", new RecordSelector { BcId = code }, createIn: SystemSide.Sales)).Value!;

        Assert.Equal(("NET90", "NET90"), (coupling.BcNo, coupling.SalesName));
        Assert.Contains("NET90", await world.LabelsAsync("paymenttermscode"));
    }

    [Fact]
    public async Task A_renamed_code_relabels_its_option()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        var code = await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");
        await world.CoupleAsync("PAYMENT TERMS", new RecordSelector { BcId = code }, createIn: SystemSide.Sales);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("paymentTerms", new { id = code, code = "NET91" });

        await world.RunAsync("PAYMENT TERMS");

        var labels = await world.LabelsAsync("paymenttermscode");
        Assert.Contains("NET91", labels);
        Assert.DoesNotContain("NET90", labels);
    }

    [Fact]
    public async Task A_run_without_changes_changes_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "PAYMENT TERMS");
        await world.Desk.ResetRequestsAsync();

        await world.FullSyncAsync(FullSyncAction.FullSync, "PAYMENT TERMS");

        var written = (await world.Desk.RequestsAsync()).Where(request => request.Set is "InsertOptionValue" or "UpdateOptionValue" or "PublishXml");
        Assert.Empty(written);
        Assert.Equal((await world.Desk.RowsAsync("bc", "paymentTerms")).Count, (await world.CouplingsAsync("PAYMENT TERMS")).Count);
    }

    [Fact]
    public async Task Somebody_who_is_just_publishing_tables_is_waited_for()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");
        await world.Desk.FaultAsync(new
        {
            system = "sales", path = "PublishXml", status = 400, code = "0x80071151", message = "Cannot start another [Publish].", times = 2,
        });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "PAYMENT TERMS"));

        Assert.Equal(0, line.Failed);
        Assert.Contains("NET90", await world.LabelsAsync("paymenttermscode"));
    }

    [Fact]
    public async Task An_option_mapping_goes_one_way_only()
    {
        await using var world = await CoupledRecords.OpenAsync();

        var refused = await Assert.ThrowsAsync<SyncException>(
            () => world.ChangeAsync(new TableMappingChange { Name = "PAYMENT TERMS", Direction = SyncDirection.Both }));

        Assert.Equal("BcSync.Mapping.OptionsOneWay", refused.Error.ErrorId);
    }

    [Fact]
    public async Task Towards_Business_Central_a_new_option_becomes_a_code()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "PAYMENT TERMS", Direction = SyncDirection.ToBusinessCentral });

        await world.CoupleAsync("PAYMENT TERMS", new RecordSelector { SalesName = "Net 60" }, createIn: SystemSide.BusinessCentral);

        var coupling = Assert.Single(await world.CouplingsAsync("PAYMENT TERMS"));
        Assert.Equal(("NET 60", "Net 60"), (coupling.BcNo, coupling.SalesName));
    }
}
