using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>What every mapping does with its records, with and without the companion app.</summary>
public sealed class EveryMappingTests
{
    public static IEnumerable<object[]> All => MappingSample.Served(row => true);

    public static IEnumerable<object[]> TwoWay => MappingSample.Served(row => row.TwoWay);

    public static IEnumerable<object[]> OneWay => MappingSample.Served(row => !row.TwoWay);

    public static IEnumerable<object[]> Losing => MappingSample.Served(row => !row.SourceStays);

    public static IEnumerable<object[]> Restored => MappingSample.Served(row => row.TwoWay && !row.SourceStays);

    public static IEnumerable<object[]> Staying => MappingSample.Served(row => row.SourceStays);

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
    [MemberData(nameof(All))]
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

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_counterpart_that_was_deleted_is_created_anew_where_the_rule_says_so(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        await pair.World.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RestoreRecord });
        var (source, destination) = Sides(pair.Row);
        await pair.DeleteAsync(destination);
        await pair.EditAsync(source, pair.Row.First);

        await pair.World.RunAsync(mapping);

        Assert.EndsWith(SamplePair.Text(pair.Row.First), await (await pair.AgainAsync()).ValueAsync(destination), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Losing))]
    public async Task A_source_that_was_deleted_shows_and_its_coupling_ends_by_the_rule_while_the_counterpart_stands(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        var (source, destination) = Sides(pair.Row);
        await pair.DeleteAsync(source);
        await pair.World.RunAsync(mapping);
        Assert.Contains(await pair.BrokenAsync(), coupling => coupling.BcId == pair.Coupling.BcId);
        await pair.World.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RemoveCoupling });

        await pair.World.RunAsync(mapping);
        await pair.World.RepairAsync(await pair.World.PlanRepairsAsync(mapping: mapping));

        Assert.DoesNotContain(await pair.World.CouplingsAsync(mapping), coupling => coupling.BcId == pair.Coupling.BcId);
        Assert.NotNull(await pair.ValueAsync(destination));
    }

    [Theory]
    [MemberData(nameof(Restored))]
    public async Task A_record_that_was_deleted_in_Business_Central_is_created_anew_where_the_rule_says_so(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);
        await pair.World.ChangeAsync(new TableMappingChange { Name = mapping, DeletionConflict = DeletionConflictPolicy.RestoreRecord });
        await pair.DeleteAsync(SystemSide.BusinessCentral);
        await pair.EditAsync(SystemSide.Sales, pair.Row.First);

        await pair.World.RunAsync(mapping);

        var coupling = (await pair.World.CouplingsAsync(mapping)).Single(now => now.SalesId == pair.Coupling.SalesId);
        var restored = await pair.World.Desk.RowAsync("bc", pair.Row.BcSet, coupling.BcId);
        Assert.Equal(SamplePair.Text(pair.Row.First), restored![pair.Row.BcField]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task Where_the_system_refuses_to_delete_the_source_the_pair_stands(string mapping, int tier)
    {
        await using var pair = await SamplePair.OpenAsync(mapping, tier);

        Assert.False(await pair.TryDeleteAsync(Sides(pair.Row).Source));

        await pair.World.RunAsync(mapping);
        Assert.Empty(await pair.BrokenAsync());
    }

    private static (SystemSide Source, SystemSide Destination) Sides(MappingSample row) => row.FromSales
        ? (SystemSide.Sales, SystemSide.BusinessCentral) : (SystemSide.BusinessCentral, SystemSide.Sales);
}
