using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Administration;

public sealed class CustomMappingTests
{
    [Fact]
    public async Task Two_tables_of_the_admins_choice_are_kept_in_step()
    {
        await using var world = await SyncWorld.OpenAsync();
        var mapping = await world.AddRegionsAsync();
        await world.AddFieldAsync("addressFormat", "new_group", SyncDirection.ToSales, "Map(City+Post Code=100000000;*=100000001)");
        await world.AddFieldAsync(new FieldMappingChange { Mapping = "region", SalesField = "NEW_SOURCE", ConstantValue = "BC" });
        Assert.Equal(("REGION", "countriesRegions", "new_region"), (mapping.Name, mapping.BcTable, mapping.SalesTable));
        await world.Desk.BcAsync("countriesRegions", new { code = "XA", displayName = "Aland", addressFormat = "City+Post Code" });
        await world.Desk.BcAsync("countriesRegions", new { code = "XB", displayName = "Beland" });

        await world.RunAsync("REGION", SyncDirection.ToSales);

        var row = await world.Desk.FindAsync("sales", "new_regions", "new_code", "XA");
        Assert.Equal(("Aland", "100000000", "BC"), (row["new_name"]!.ToString(), row["new_group"]!.ToString(), row["new_source"]!.ToString()));
        Assert.Equal("100000001", (await world.Desk.FindAsync("sales", "new_regions", "new_code", "XB"))["new_group"]!.ToString());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.SalesAsync("new_regions", new { new_regionid = row["new_regionid"], new_name = "Åland" });
        await world.RunAsync("REGION", SyncDirection.ToBusinessCentral);
        Assert.Equal("Åland", (await world.Desk.FindAsync("bc", "countriesRegions", "code", "XA"))["displayName"]!.ToString());
        Assert.Equal(["XA", "XB"], (await world.CouplingsAsync("REGION")).Select(coupling => coupling.BcNo).Order());
        Assert.Equal("Åland", (await world.CouplingsAsync("REGION"))[0].SalesName);
    }

    [Fact]
    public async Task Records_are_known_by_the_columns_the_admin_chooses()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.ChangeAsync(new() { Name = "REGION", BcNumberField = "displayName", SalesNameField = "new_code" });
        await world.Desk.BcAsync("countriesRegions", new { code = "XA", displayName = "Aland" });
        await world.Desk.SalesAsync("new_regions", new { new_name = "x", new_code = "AX" });

        var coupling = await world.CoupledAsync("REGION", new RecordSelector { BcNo = "Aland", SalesName = "AX" });

        Assert.Equal(("Aland", "AX"), (coupling.BcNo, coupling.SalesName));
        Assert.Equal("BcSync.Mapping.UnknownField", (await MappingSteps.RefusedAsync(
            () => world.ChangeAsync(new() { Name = "REGION", BcNameField = "addressFormat" }))).ErrorId);
    }

    [Fact]
    public async Task A_mapping_with_couplings_is_kept_unless_they_may_go()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.Desk.BcAsync("countriesRegions", new { code = "XA", displayName = "Aland" });
        await world.RunAsync("REGION", SyncDirection.ToSales);
        var editor = world.Session.MappingEditor;

        var refused = await MappingSteps.RefusedAsync(() => editor.RemoveTableAsync("region", removeCouplings: false, world.Observer, default));
        var removed = await editor.RemoveTableAsync("region", removeCouplings: true, world.Observer, default);

        Assert.Equal("BcSync.Mapping.CouplingsExist", refused.ErrorId);
        Assert.Equal("REGION", removed.Name);
        Assert.Single(await world.Desk.RowsAsync("sales", "new_regions"));
        Assert.DoesNotContain(await world.Session.GetTableMappingsAsync(null, default).ToListAsync(), mapping => mapping.Name == "REGION");
        await world.AddRegionsAsync();
        Assert.Empty(await world.CouplingsAsync("REGION"));
    }

    [Fact]
    public async Task A_new_row_reaches_records_that_do_not_change()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.Desk.BcAsync("countriesRegions", new { code = "XA", displayName = "Aland" });
        await world.RunAsync("REGION");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync("REGION");

        await world.AddFieldAsync("addressFormat", "new_group", SyncDirection.ToSales, "Map(*=100000001)");
        await world.RunAsync("REGION");

        Assert.Equal("100000001", Assert.Single(await world.Desk.RowsAsync("sales", "new_regions"))["new_group"]!.ToString());
    }

    [Fact]
    public async Task A_reference_finds_its_mapping_and_a_mapping_in_use_stays()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();

        var row = await world.AddFieldAsync("code", "new_currency", SyncDirection.ToSales);

        Assert.Equal("CURRENCY", row.LookupMapping);
        var refused = await MappingSteps.RefusedAsync(
            () => world.Session.MappingEditor.RemoveTableAsync("CURRENCY", removeCouplings: true, world.Observer, default));
        Assert.Equal("BcSync.Mapping.InUse", refused.ErrorId);
        Assert.Contains("REGION", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_whose_options_are_coupled_with_codes_needs_no_list()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var editor = world.Session.MappingEditor;
        await editor.RemoveFieldAsync(new() { Mapping = "CUSTOMER", BcField = "shippingAgentCode" }, default);

        var row = await world.AddFieldAsync(
            new FieldMappingChange { Mapping = "CUSTOMER", BcField = "shippingAgentCode", SalesField = "address1_shippingmethodcode" });

        Assert.Equal((SyncDirection.Both, null), (row.Direction, row.Unavailable));
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("shippingAgentCode", "WILLCALL"));
        await pair.SyncAsync(SyncDirection.ToSales);
        Assert.Equal("7", await pair.SalesAsync("address1_shippingmethodcode"));
    }

    [Fact]
    public async Task Tables_of_both_systems_and_columns_of_a_mapping_can_be_asked_for()
    {
        await using var world = await SyncWorld.OpenAsync();
        var editor = world.Session.MappingEditor;

        Assert.Contains("countriesRegions", await editor.GetTablesAsync(SystemSide.BusinessCentral, default));
        Assert.Contains("new_region", await editor.GetTablesAsync(SystemSide.Sales, default));
        Assert.Contains("taxRegistrationNumber", await editor.GetColumnsAsync("CUSTOMER", SystemSide.BusinessCentral, default));
        Assert.Contains("websiteurl", await editor.GetColumnsAsync("customer", SystemSide.Sales, default));
    }

    [Fact]
    public async Task A_mapping_that_was_shown_can_be_handed_back()
    {
        await using var world = await SyncWorld.OpenAsync(setUp: false);
        await world.Session.InitializeAsync(new InitializeRequest { Mappings = ["CUSTOMER", "CURRENCY"] }, world.Observer, default).CountAsync();
        var shown = await world.Session.GetTableMappingsAsync("CUSTOMER", default).SingleAsync();
        Assert.Equal(["CURRENCY"], shown.DependsOn);

        await world.ChangeAsync(new() { Name = "CUSTOMER", DependsOn = shown.DependsOn, IntervalMinutes = 5 });
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        await world.Session.MappingEditor.ExportAsync(file, ["CUSTOMER"], default);

        Assert.Contains("\"SHIPPING AGENT\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CUSTOMER", "countriesRegions", "new_region", "NameTaken")]
    [InlineData("payment;terms", "countriesRegions", "new_region", "InvalidName")]
    [InlineData("X", "countryRegions", "new_region", "TableNotOffered")]
    [InlineData("X", "countriesRegions", "new_regions", "TableNotOffered")]
    public async Task A_mapping_that_cannot_be_is_refused(string name, string bcTable, string salesTable, string problem)
    {
        await using var world = await SyncWorld.OpenAsync();

        var error = await MappingSteps.RefusedAsync(() => world.AddMappingAsync(name, bcTable, salesTable));

        Assert.Equal($"BcSync.Mapping.{problem}", error.ErrorId);
        Assert.NotNull(error.RecommendedAction);
    }

    [Fact]
    public async Task Mappings_do_not_wait_for_each_other_in_a_circle()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.ChangeAsync(new() { Name = "REGION", DependsOn = ["CUSTOMER"] });

        var circle = await MappingSteps.RefusedAsync(() => world.ChangeAsync(new() { Name = "CURRENCY", DependsOn = ["REGION"] }));
        var unknown = await MappingSteps.RefusedAsync(() => world.ChangeAsync(new() { Name = "REGION", DependsOn = ["NOBODY"] }));

        Assert.Equal("BcSync.Mapping.DependencyCycle", circle.ErrorId);
        Assert.Contains("CURRENCY -> REGION -> CUSTOMER -> CURRENCY", circle.Message, StringComparison.Ordinal);
        Assert.Equal("BcSync.Mapping.UnknownDependency", unknown.ErrorId);
    }

    [Fact]
    public async Task A_default_mapping_goes_back_to_its_default_and_an_own_one_has_none()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.Session.MappingEditor.RemoveFieldAsync(new() { Mapping = "CUSTOMER", BcField = "city" }, default);
        await world.ChangeAsync(new() { Name = "CUSTOMER", BcFilter = "number=FILTER(C1*)" });

        var reset = await world.Session.MappingEditor.ResetTableAsync("customer", default);

        Assert.Equal("blocked eq null", reset.BcFilter);
        Assert.Single(await world.Session.GetFieldMappingsAsync("CUSTOMER", "city", default).ToListAsync());
        Assert.Equal("BcSync.Mapping.NoDefault", (await MappingSteps.RefusedAsync(
            () => world.Session.MappingEditor.ResetTableAsync("REGION", default))).ErrorId);
    }
}
