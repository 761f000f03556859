using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>What every mapping does with its records, with and without the companion app.</summary>
public sealed class EveryMappingTests
{
    public static IEnumerable<object[]> All => MappingSample.Served(row => true);

    public static IEnumerable<object[]> TwoWay => MappingSample.Served(row => row.TwoWay);

    public static IEnumerable<object[]> OneWay => MappingSample.Served(row => !row.TwoWay);

    public static IEnumerable<object[]> Deleting => MappingSample.Served(row => row.Deletes);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Records_are_created_and_an_edit_of_the_source_reaches_them(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        var (source, destination) = Sides(pair.Row);
        await pair.EditAsync(source, pair.Row.First);

        await pair.World.RunAsync(mapping);

        Assert.EndsWith(SamplePair.Text(pair.Row.First), await pair.ValueAsync(destination), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(TwoWay))]
    public async Task An_edit_in_Sales_comes_back(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        await pair.EditAsync(SystemSide.Sales, pair.Row.First);

        await pair.World.RunAsync(mapping);

        Assert.Equal(SamplePair.Text(pair.Row.First), await pair.ValueAsync(SystemSide.BusinessCentral));
    }

    [Theory]
    [MemberData(nameof(TwoWay))]
    public async Task Edits_of_the_same_field_on_both_sides_are_a_conflict_that_changes_neither(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        await pair.EditAsync(SystemSide.BusinessCentral, pair.Row.First);
        await pair.EditAsync(SystemSide.Sales, pair.Row.Second);

        var results = await pair.World.RunAsync(mapping);

        Assert.Contains(results, result => result.Action is SyncAction.Conflict && result.BcId == pair.Coupling.BcId);
        Assert.Equal(
            (SamplePair.Text(pair.Row.First), SamplePair.Text(pair.Row.Second)),
            (await pair.ValueAsync(SystemSide.BusinessCentral), await pair.ValueAsync(SystemSide.Sales)));
    }

    [Theory]
    [MemberData(nameof(OneWay))]
    public async Task Where_one_side_rules_its_value_stands_and_the_other_is_kept_in_the_log(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        var (source, destination) = Sides(pair.Row);
        await pair.EditAsync(destination, pair.Row.Second);
        await pair.EditAsync(source, pair.Row.First);

        await pair.World.RunAsync(mapping);

        Assert.EndsWith(SamplePair.Text(pair.Row.First), await pair.ValueAsync(destination), StringComparison.OrdinalIgnoreCase);
        var lost = await pair.World.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = mapping }, default).ToListAsync();
        Assert.Contains(lost, value => value.LostValue == SamplePair.Text(pair.Row.Second));
    }

    [Theory]
    [MemberData(nameof(Deleting))]
    public async Task A_counterpart_that_was_deleted_ends_the_coupling_where_the_rule_says_so(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        await pair.World.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RemoveCoupling });
        var (source, destination) = Sides(pair.Row);
        await pair.DeleteAsync(destination);
        await pair.EditAsync(source, pair.Row.First);

        await pair.World.RunAsync(mapping);

        Assert.DoesNotContain(
            await pair.World.CouplingsAsync(mapping), coupling => coupling.BcId == pair.Coupling.BcId && coupling.SalesId == pair.Coupling.SalesId);
        Assert.NotNull(await pair.ValueAsync(source));
    }

    private static (SystemSide Source, SystemSide Destination) Sides(MappingSample row) => row.FromSales
        ? (SystemSide.Sales, SystemSide.BusinessCentral) : (SystemSide.BusinessCentral, SystemSide.Sales);
}
