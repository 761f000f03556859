using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Administration;

public sealed class TemplateTests
{
    [Fact]
    [Trait("Scenario", "ENG-168")]
    public async Task A_new_record_gets_the_values_of_the_template_where_no_field_is_mapped()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await SetAsync(world, Template(1, "", ("taxRegistrationNumber", "RED"), ("displayName", "Never")));
        await world.ChangeAsync(new() { Name = "CUSTOMER", SalesFilter = "name eq 'Fresh'" });
        await AddAccountAsync(world, "Fresh", fax: "1");

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        var customer = await world.Desk.FindAsync("bc", "customers", "displayName", "Fresh");
        Assert.Equal("RED", customer["taxRegistrationNumber"]!.ToString());
        Assert.Equal("Inserted=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
        await world.RunAsync("CUSTOMER");
        Assert.Equal("RED", (await world.Desk.FindAsync("bc", "customers", "displayName", "Fresh"))["taxRegistrationNumber"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "ENG-173")]
    public async Task Of_several_templates_the_first_whose_filter_fits_counts()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await SetAsync(
            world,
            Template(9, "", ("taxRegistrationNumber", "GREY")),
            Template(2, "fax eq '456'", ("taxRegistrationNumber", "BLUE")),
            Template(1, "fax eq '123'", ("TaxRegistrationNumber", "RED")));
        await AddAccountAsync(world, "One", fax: "123");
        await AddAccountAsync(world, "Two", fax: "456");
        await AddAccountAsync(world, "Three", fax: "789");

        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        foreach (var (name, colour) in new[] { ("One", "RED"), ("Two", "BLUE"), ("Three", "GREY") })
            Assert.Equal(colour, (await world.Desk.FindAsync("bc", "customers", "displayName", name))["taxRegistrationNumber"]!.ToString());
    }

    [Theory]
    [InlineData("fax eq", "city", "London", "InvalidFilter")]
    [InlineData("faks eq '1'", "city", "London", "InvalidFilter")]
    [InlineData("", "citty", "London", "InvalidTemplate")]
    [InlineData("", "lastModifiedDateTime", "2026-01-01", "InvalidTemplate")]
    [InlineData("", "city", "a name of a town that is far too long for it", "InvalidTemplate")]
    [InlineData("", "blocked", "Sometimes", "InvalidTemplate")]
    public async Task A_template_that_cannot_work_is_refused(string filter, string column, string value, string problem)
    {
        await using var world = await SyncWorld.OpenAsync();

        var error = await MappingSteps.RefusedAsync(() => SetAsync(world, Template(1, filter, (column, value))));

        Assert.Equal($"BcSync.Mapping.{problem}", error.ErrorId);
        Assert.Contains("A template of CUSTOMER", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_are_shown_and_travel_in_files()
    {
        await using var world = await SyncWorld.OpenAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        await SetAsync(world, Template(1, " fax ne null ", ("blocked", "ALL")));
        await world.Session.MappingEditor.ExportAsync(file, ["CUSTOMER"], default);
        await world.ChangeAsync(new() { Name = "CUSTOMER", Templates = [] });

        var imported = Assert.Single(await world.ImportAsync(file)).Value!;

        var template = Assert.Single(imported.Templates);
        Assert.Equal(
            (SyncDirection.ToBusinessCentral, 1, "fax ne null", "All"),
            (template.Direction, template.Priority, template.Filter, template.Values["blocked"]));
    }

    private static Task<BcTableMapping> SetAsync(SyncWorld world, params BcCreationTemplate[] templates) =>
        world.ChangeAsync(new() { Name = "CUSTOMER", SyncOnlyCoupled = false, Templates = templates });

    private static BcCreationTemplate Template(int priority, string filter, params (string Column, string Value)[] values) => new()
    {
        Direction = SyncDirection.ToBusinessCentral,
        Priority = priority,
        Filter = filter,
        Values = values.ToDictionary(value => value.Column, value => value.Value),
    };

    private static Task AddAccountAsync(SyncWorld world, string name, string fax) =>
        world.Desk.SalesAsync("accounts", new { name, fax, customertypecode = 3 });
}
