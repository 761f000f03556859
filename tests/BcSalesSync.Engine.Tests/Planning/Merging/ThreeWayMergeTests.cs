using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Tests.Planning.Merging;

public sealed class ThreeWayMergeTests
{
    [Theory]
    [InlineData("old", "old", FieldDecision.Agreed)]
    [InlineData("new", "old", FieldDecision.Write)]
    [InlineData("old", "new", FieldDecision.LeaveToReverse)]
    [InlineData("new", "new", FieldDecision.Agreed)]
    [InlineData("new", "newer", FieldDecision.Conflict)]
    public void An_edit_travels_and_two_different_ones_clash(string source, string destination, object expected) =>
        Assert.Equal(expected, Decide(twoWay: true, source, destination, "old", "old"));

    [Fact]
    public void A_difference_that_both_sides_agreed_upon_is_left_alone() =>
        Assert.Equal(FieldDecision.Agreed, Decide(twoWay: true, "a cut te", "a cut text", "a cut te", "a cut text"));

    [Fact]
    public void Without_an_agreement_every_difference_clashes() =>
        Assert.Equal(FieldDecision.Conflict, Decide(twoWay: true, "one", "other", null, null));

    [Theory]
    [Trait("Scenario", "CFL-147")]
    [InlineData("old", "new", FieldDecision.Write)]
    [InlineData("new", "newer", FieldDecision.Write)]
    [InlineData("same", "same", FieldDecision.Agreed)]
    public void A_one_way_field_is_written_where_it_differs_and_never_clashes(string source, string destination, object expected) =>
        Assert.Equal(expected, Decide(twoWay: false, source, destination, "old", "old"));

    private static FieldDecision Decide(bool twoWay, string source, string destination, string? lastSource, string? lastDestination)
    {
        var row = new FieldMapping { BcField = "bcName", SalesField = "salesName", Direction = twoWay ? SyncDirection.Both : SyncDirection.ToSales };
        var field = new PassField(row, "bcName", new ColumnSchema { Name = "salesName", Kind = FieldKind.Text }, twoWay);
        return ThreeWayMerge.Decide(
            field, FieldValue.Text(source), FieldValue.Text(source), FieldValue.Text(destination), Side("bcName", lastSource), Side("salesName", lastDestination));
    }

    private static SideState? Side(string column, string? value) =>
        value is null ? null : new SideState { Values = new Dictionary<string, FieldValue> { [column] = FieldValue.Text(value) } };
}
