using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Tests.Mappings;

namespace BcSalesSync.Engine.Tests.Couplings.Matching;

public sealed class MatchCriteriaTests
{
    private static readonly FieldMapping Number = Row("number") with { Enabled = false };
    private static readonly FieldMapping Fixed = new() { SalesField = "type", Constant = "3", UseForMatching = true };
    private static readonly FieldMapping Worked = Row("rate") with { Computed = "ExchangeRate", UseForMatching = true };

    [Fact]
    public void Flagged_rows_make_groups_in_the_order_of_their_priority()
    {
        var groups = Choose([Flagged("phone", 2), Flagged("name", 1), Flagged("city", 1), Row("street")]);

        Assert.Equal(["name city", "phone"], groups);
    }

    [Fact]
    public void Constants_and_computed_values_are_no_criteria()
    {
        var refused = Assert.Throws<SyncException>(() => Choose([Fixed, Worked, Row("name")]));

        Assert.Equal("BcSync.Match.NoCriteria", refused.Error.ErrorId);
        Assert.Contains("SAMPLE", refused.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Set-BcFieldMapping -Mapping SAMPLE", refused.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_value_that_the_product_itself_flags_is_a_criterion() =>
        Assert.Equal(["name rate"], Choose([Flagged("name", 0), Worked with { BuiltIn = true }]));

    [Fact]
    public void Rows_of_one_column_are_alternatives_of_one_criterion()
    {
        FieldMapping[] rows = [Flagged("item", 0), Flagged("item", 0) with { LookupMapping = "RESOURCE-PRODUCT" }];
        var mapping = MappingSamples.With(SyncDirection.Both, rows);

        var group = Assert.Single(MatchCriteria.Of(mapping, rows, MappingSamples.Offering(mapping), [], null, default));

        Assert.Equal(rows, Assert.Single(group.Criteria).Rows);
    }

    [Fact]
    public void Fields_named_for_a_search_take_the_place_of_the_flagged_ones_and_may_be_disabled()
    {
        Assert.Equal(["number name"], Choose([Flagged("phone", 0), Row("name"), Number], "NUMBER", "name"));
    }

    [Fact]
    public void A_row_that_is_not_synchronised_may_still_be_a_criterion()
    {
        Assert.Equal(["number"], Choose([Number with { UseForMatching = true }]));
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("rate")]
    public void A_field_that_cannot_be_matched_by_is_refused_with_those_that_can(string field)
    {
        var refused = Assert.Throws<SyncException>(() => Choose([Row("name"), Worked], field));

        Assert.Equal("BcSync.Match.UnknownField", refused.Error.ErrorId);
        Assert.Contains("Fields: name.", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_the_connection_does_not_offer_is_refused_rather_than_left_out()
    {
        FieldMapping[] rows = [Flagged("name", 0), Flagged("city", 0)];
        var mapping = MappingSamples.With(SyncDirection.Both, rows);
        var offered = MappingSamples.Offering(mapping, bc: column => column.Name == "city" ? null : column);

        var refused = Assert.Throws<SyncException>(() => MatchCriteria.Of(mapping, rows, offered, [], null, default));

        Assert.Equal("BcSync.Match.FieldNotOffered", refused.Error.ErrorId);
        Assert.Contains("city", refused.Error.Message, StringComparison.Ordinal);
    }

    private static string[] Choose(FieldMapping[] rows, params string[] wanted)
    {
        var mapping = MappingSamples.With(SyncDirection.Both, rows);
        return
        [
            .. MatchCriteria.Of(mapping, rows, MappingSamples.Offering(mapping), wanted, null, default)
                .Select(group => string.Join(' ', group.Criteria.Select(criterion => criterion.Name))),
        ];
    }

    private static FieldMapping Row(string name) => MappingSamples.Row(name, SyncDirection.Both);

    private static FieldMapping Flagged(string name, int priority) => Row(name) with { UseForMatching = true, MatchPriority = priority };
}
