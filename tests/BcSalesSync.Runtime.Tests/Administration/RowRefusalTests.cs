using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Administration;

public sealed class RowRefusalTests
{
    public static TheoryData<FieldMappingChange, string, string> Rows => new()
    {
        { Row("code", null), "FieldIncomplete", "each side" },
        { Row("kode", "new_code"), "UnknownField", "no column 'kode'" },
        { Row("code", "new_kode"), "UnknownField", "no column 'new_kode'" },
        { Row("code", "createdon", SyncDirection.ToSales), "DirectionNotPossible", "createdon" },
        { Row("displayName", "new_rank", SyncDirection.ToSales), "IncompatibleTypes", "a text, which cannot become new_rank, a number" },
        { Row("displayName", "new_validfrom"), "IncompatibleTypes", "a date" },
        { Row("addressFormat", "new_group"), "IncompatibleTypes", "a choice" },
        { Row("displayName", "new_name", SyncDirection.Both, "Substring(0,3)"), "InvalidTransformation", "no way back" },
        { Row("displayName", "new_name", null, "Shout"), "InvalidTransformation", "There are: Trim" },
        { Row("code", "new_currency", null, "Trim"), "LookupNotMapped", "new_currency" },
        { Row("displayName", "owningbusinessunit"), "LookupNotMapped", "businessunit" },
        { Row("code", "new_code") with { LookupMapping = "CURRENCY" }, "LookupNotMapped", "does not lead to transactioncurrency" },
        { Row("code", "new_currency") with { LookupMapping = "CUSTOMER" }, "LookupNotMapped", "account" },
        { Row("addressFormat", "new_currency"), "IncompatibleTypes", "neither a code nor an id" },
        { Row("code", "new_currency") with { NotNull = true, ClearOnFailedSync = true }, "NotNullAndClear", "exclude each other" },
        { Row("code", "new_code") with { NotNull = true }, "NotAReference", "references only" },
        { Row("code", "new_currency") with { UseForMatching = true }, "InvalidMatching", "criterion" },
        { Row("code", "new_code") with { MatchPriority = -1 }, "InvalidMatching", "negative" },
        { Constant("new_code", "much too long"), "InvalidConstant", "10 characters" },
        { Constant("new_rank", "many"), "InvalidConstant", "no number" },
        { Constant("new_group", "Nowhere"), "InvalidConstant", "100000000 Home" },
        { Constant("new_group", "7"), "InvalidConstant", "100000001 Abroad" },
        { Constant("new_validfrom", "31.01.2026"), "InvalidConstant", "2026-01-31" },
        { Constant("new_currency", "EUR"), "InvalidConstant", "reference" },
        { Constant("new_code", "A") with { BcField = "code" }, "FieldIncomplete", "one field" },
        { Constant("new_code", "A") with { Direction = SyncDirection.Both }, "DirectionNotPossible", "one way" },
        { new() { Mapping = "REGION", BcField = "addressFormat", ConstantValue = "Upside down" }, "InvalidConstant", "City+Post Code" },
    };

    [Fact]
    public async Task A_row_that_is_there_already_is_refused()
    {
        await using var world = await SyncWorld.OpenAsync();

        var error = await MappingSteps.RefusedAsync(
            () => world.AddFieldAsync(new FieldMappingChange { Mapping = "CUSTOMER", BcField = "displayName", SalesField = "name" }));

        Assert.Equal("BcSync.Mapping.DuplicateField", error.ErrorId);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_that_cannot_work_is_refused_when_it_is_set(FieldMappingChange row, string problem, string reason)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddMappingAsync("REGION", "countriesRegions", "new_region");

        var error = await MappingSteps.RefusedAsync(() => world.AddFieldAsync(row));

        Assert.Equal($"BcSync.Mapping.{problem}", error.ErrorId);
        Assert.Equal("REGION", error.Mapping);
        Assert.Contains(reason, error.Message + error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await world.Session.GetFieldMappingsAsync("REGION", null, default).ToListAsync(), field => !field.BuiltIn);
    }

    [Fact]
    public async Task Two_rows_do_not_write_the_same_column_in_the_same_direction()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();

        var error = await MappingSteps.RefusedAsync(() => world.AddFieldAsync("code", "new_name", SyncDirection.ToSales));
        await world.AddFieldAsync(new() { Mapping = "REGION", BcField = "code", SalesField = "new_name", Direction = SyncDirection.ToSales, Enabled = false });

        Assert.Equal("BcSync.Mapping.DuplicateField", error.ErrorId);
        Assert.Contains("code / new_name", error.Message, StringComparison.Ordinal);
        Assert.Equal("BcSync.Mapping.DuplicateField", (await MappingSteps.RefusedAsync(
            () => world.SetFieldAsync(new() { Mapping = "REGION", BcField = "code", SalesField = "new_name", Enabled = true }))).ErrorId);
    }

    [Fact]
    public async Task Rows_are_found_by_one_field_or_both_and_the_engines_own_stay()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddRegionsAsync();
        await world.AddFieldAsync("code", "new_source", SyncDirection.ToSales);

        Assert.Equal("BcSync.Mapping.FieldAmbiguous", (await RefusedAsync(world, "REGION", "code", null)).ErrorId);
        Assert.Equal("BcSync.Mapping.FieldNotFound", (await RefusedAsync(world, "REGION", "code", "new_name")).ErrorId);
        Assert.Equal("BcSync.Mapping.FieldBuiltIn", (await RefusedAsync(world, "CUSTOMER", null, "customertypecode")).ErrorId);
        Assert.False((await world.SetFieldAsync(new() { Mapping = "REGION", SalesField = "NEW_CODE", Enabled = false })).Enabled);
    }

    [Fact]
    public async Task What_the_engine_computes_can_be_disabled_but_not_transformed()
    {
        await using var world = await SyncWorld.OpenAsync(setUp: false);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        await world.Session.SetSetupAsync(new SetupChange { ExtendedPricing = true }, default);
        var row = new FieldMappingChange { Mapping = "PLHEADER-PRICE", BcField = "currencyCode" };

        Assert.False((await world.SetFieldAsync(row with { Enabled = false })).Enabled);
        Assert.Equal("BcSync.Mapping.FieldBuiltIn", (await MappingSteps.RefusedAsync(
            () => world.SetFieldAsync(row with { Transformation = ["Trim"] }))).ErrorId);
    }

    [Fact]
    public async Task A_choice_may_be_given_by_its_label()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddMappingAsync("REGION", "countriesRegions", "new_region");

        var row = await world.AddFieldAsync(Constant("new_group", "abroad"));

        Assert.Equal(("100000001", SyncDirection.ToSales), (row.ConstantValue, row.Direction));
    }

    private static Task<BcSyncError> RefusedAsync(SyncWorld world, string mapping, string? bcField, string? salesField) => MappingSteps.RefusedAsync(
        () => world.SetFieldAsync(new() { Mapping = mapping, BcField = bcField, SalesField = salesField, Enabled = false }));

    private static FieldMappingChange Row(string? bcField, string? salesField, SyncDirection? direction = null, params string[] transformation) => new()
    {
        Mapping = "REGION",
        BcField = bcField,
        SalesField = salesField,
        Direction = direction,
        Transformation = transformation.Length == 0 ? null : transformation,
    };

    private static FieldMappingChange Constant(string salesField, string value) =>
        new() { Mapping = "REGION", SalesField = salesField, ConstantValue = value };
}
