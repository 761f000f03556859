using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Administration;

public sealed class MappingFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task What_is_exported_comes_back_as_it_was(int tier)
    {
        await using var world = await SyncWorld.OpenAsync(tier: tier);
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        await world.AddRegionsAsync();
        await world.AddFieldAsync("addressFormat", "new_group", SyncDirection.ToSales, "Map(City+Post Code=100000000;*=100000001)");
        var before = await RowsAsync(world);
        var names = await world.Session.MappingEditor.ExportAsync(file, [], default);
        await world.Session.MappingEditor.RemoveFieldAsync(new() { Mapping = "CUSTOMER", BcField = "city" }, default);
        await world.Session.MappingEditor.RemoveTableAsync("REGION", removeCouplings: false, world.Observer, default);

        var outcomes = await world.ImportAsync(file);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Error?.Message));
        Assert.Equal(names, outcomes.Select(outcome => outcome.Value!.Name));
        Assert.Equal(before, await RowsAsync(world));
    }

    [Fact]
    public async Task A_file_in_a_folder_that_is_not_there_cannot_be_written()
    {
        await using var world = await SyncWorld.OpenAsync();
        using var folder = new TemporaryFolder();

        var error = await MappingSteps.RefusedAsync(
            async () => await world.Session.MappingEditor.ExportAsync(Path.Combine(folder.File("nowhere"), "mappings.json"), [], default));

        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_mapping_is_an_error_with_file_mapping_and_field_and_the_others_are_taken()
    {
        await using var world = await SyncWorld.OpenAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        await File.WriteAllTextAsync(file, File1);

        var checkedOnly = await world.ImportAsync(file, store: false);
        Assert.DoesNotContain(await world.Session.GetTableMappingsAsync(null, default).ToListAsync(), mapping => mapping.Name == "GOOD");
        var outcomes = await world.ImportAsync(file);

        Assert.Equal(checkedOnly.Select(outcome => outcome.Error?.Message), outcomes.Select(outcome => outcome.Error?.Message));
        Assert.Equal(
            ["good: fine", "BAD: BcSync.Mapping.UnknownField", "BAD: BcSync.Mapping.InvalidConstant", "USER: BcSync.Mapping.LookupNotMapped",
             "TYPO: BcSync.Mapping.EntryInvalid", "WORD: BcSync.Mapping.EntryInvalid", "GOOD: BcSync.Mapping.EntryInvalid"],
            outcomes.Select(outcome => $"{outcome.Input}: {outcome.Error?.ErrorId ?? "fine"}"));
        Assert.All(outcomes.Where(outcome => outcome.Error is not null), outcome =>
            Assert.StartsWith($"{file}, mapping {outcome.Input}: ", outcome.Error!.Message, StringComparison.Ordinal));
        Assert.Contains("kode / new_code", outcomes[1].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("code / new_code (row 2)", outcomes[4].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Shout", outcomes[5].Error!.Message, StringComparison.Ordinal);
        Assert.Equal("code ge 'A'", outcomes[0].Value!.BcFilter);
    }

    [Theory]
    [InlineData("no JSON", "FileInvalid", "no file of mappings")]
    [InlineData("""{ "mappings": [] }""", "FileInvalid", "schemaVersion")]
    [InlineData("""{ "schemaVersion": 2, "mappings": [] }""", "FileInvalid", "this release reads 1")]
    [InlineData("""{ "schemaVersion": 1, "mappings": {} }""", "FileInvalid", "no list")]
    [InlineData(null, "FileUnreadable", "cannot be read")]
    public async Task A_file_that_is_none_of_mappings_is_refused(string? text, string problem, string reason)
    {
        await using var world = await SyncWorld.OpenAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        if (text is not null)
            await File.WriteAllTextAsync(file, text);

        var error = await MappingSteps.RefusedAsync(() => world.ImportAsync(file));

        Assert.Equal($"BcSync.Mapping.{problem}", error.ErrorId);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_with_couplings_keeps_its_tables()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var folder = new TemporaryFolder();
        var file = folder.File("mappings.json");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await File.WriteAllTextAsync(file, """
            { "schemaVersion": 1, "mappings": [ { "name": "CURRENCY", "bcTable": "currencies", "salesTable": "new_region", "fields": [] } ] }
            """);

        Assert.Equal("BcSync.Mapping.TablesFixed", Assert.Single(await world.ImportAsync(file)).Error!.ErrorId);
    }

    private const string File1 = """
        {
          "schemaVersion": 1,
          "mappings": [
            { "name": "good", "bcTable": "countriesRegions", "salesTable": "new_region", "direction": "ToSales", "bcFilter": "code=FILTER(A..)",
              "fields": [ { "bcField": "Code", "salesField": "NEW_CODE", "direction": "ToSales" } ] },
            { "name": "BAD", "bcTable": "countriesRegions", "salesTable": "new_region", "direction": "ToSales",
              "fields": [ { "bcField": "kode", "salesField": "new_code", "direction": "ToSales" },
                          { "salesField": "new_rank", "constant": "x", "direction": "ToSales" } ] },
            { "name": "USER", "bcTable": "countriesRegions", "salesTable": "new_region", "direction": "ToSales",
              "fields": [ { "bcField": "code", "salesField": "new_currency", "direction": "ToSales", "lookupMapping": "BAD" } ] },
            { "name": "TYPO", "bcTable": "countriesRegions", "salesTable": "new_region",
              "fields": [ { "bcField": "code", "salesField": "new_code", "direction": "ToSales" },
                          { "bcField": "code", "salesField": "new_code", "directions": "ToSales" } ] },
            { "name": "WORD", "bcTable": "countriesRegions", "salesTable": "new_region",
              "fields": [ { "bcField": "code", "salesField": "new_code", "direction": "ToSales", "transform": ["Shout"] } ] },
            { "name": "GOOD", "bcTable": "countriesRegions", "salesTable": "new_region", "fields": [] }
          ]
        }
        """;

    private static async Task<List<string>> RowsAsync(SyncWorld world)
    {
        var rows = new List<string>();
        await foreach (var mapping in world.Session.GetTableMappingsAsync(null, default))
            rows.Add($"{mapping with { DependsOn = [] }} {string.Join(',', mapping.DependsOn)}");
        await foreach (var row in world.Session.GetFieldMappingsAsync(null, null, default))
            rows.Add($"{row with { Transformation = [] }} {string.Join(',', row.Transformation)}");
        return rows;
    }
}
