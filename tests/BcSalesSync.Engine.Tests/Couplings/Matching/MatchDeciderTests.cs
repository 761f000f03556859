using BcSalesSync.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Engine.Tests.Couplings.Matching;

public sealed class MatchDeciderTests
{
    [Fact]
    public void Groups_are_tried_one_after_the_other_and_each_on_its_own()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", "111").WithRow(1, null, "OTHER", "111");

        Assert.Equal(["C001 Matched A001"], table.Lines());
    }

    [Fact]
    public void A_value_that_many_rows_have_is_settled_by_the_next_group()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", "111").WithRow(1, null, "ADATUM", "222").WithRow(2, null, "ADATUM", "111");

        Assert.Equal(["C001 Matched A002"], table.Lines());
    }

    [Fact]
    public void A_row_that_two_records_look_for_goes_to_neither_of_them()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", null).WithRecord(2, "ADATUM", null).WithRow(1, null, "ADATUM", "");

        Assert.Equal(["C001 Ambiguous A001 C002", "C002 Ambiguous A001 C001"], table.Lines());
    }

    [Fact]
    public void The_better_match_comes_first_whoever_has_the_lower_number()
    {
        var table = new MatchTable().WithRecord(1, "OTHER", "111").WithRecord(2, "ADATUM", "222").WithRow(1, null, "ADATUM", "111");

        Assert.Equal(["C001 Taken A001 C002", "C002 Matched A001"], table.Lines());
    }

    [Fact]
    public void A_row_that_belongs_to_a_record_is_taken()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", null).WithRow(1, "C900", "ADATUM", "");

        Assert.Equal(["C001 Taken A001 C900"], table.Lines());
    }

    [Fact]
    public void A_taken_row_beside_a_free_one_stays_ambiguous()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", null).WithRow(1, "C900", "ADATUM", "").WithRow(2, null, "ADATUM", "");

        Assert.Equal(["C001 Ambiguous"], table.Lines());
    }

    [Fact]
    public void A_row_that_is_read_twice_counts_once()
    {
        var table = new MatchTable().WithRecord(1, "ADATUM", null).WithRow(1, null, "ADATUM", "").WithRow(1, null, "ADATUM", "");

        Assert.Equal(["C001 Matched A001"], table.Lines());
    }

    [Fact]
    public void A_record_without_values_matches_nothing_not_even_blank_rows()
    {
        var table = new MatchTable().WithRecord(1, null, null).WithRow(1, null, "", "");

        Assert.Equal(["C001 NoMatch"], table.Lines());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_matched_is_one_to_one_and_does_not_depend_on_the_order_of_reading(int seed)
    {
        var value = Gen.Elements("A", "B", "C", "D", "E", "F", "G", "H");
        var recordValues = Gen.Two(Gen.Frequency((4, value.Select(text => (string?)text)), (1, Gen.Constant((string?)null)))).ArrayOf();
        var rowValues = Gen.Two(value).ArrayOf();
        var samples = (from records in recordValues from rows in rowValues from owned in Gen.Choose(0, 3) select (records, rows, owned))
            .Sample(300, new Rnd((ulong)seed), 12).ToArray();
        var matched = 0;
        foreach (var (records, rows, owned) in samples)
        {
            var forwards = Table(records, rows, owned, reversed: false).Decide();
            var backwards = Table(records, rows, owned, reversed: true).Decide();

            var pairs = forwards.Where(result => result.Outcome is MatchOutcome.Matched).ToArray();
            matched += pairs.Length;
            Assert.Equal(pairs.Length, pairs.Select(pair => pair.Row!.Id).Distinct().Count());
            Assert.All(pairs, pair => Assert.Null(pair.Row!.Owner));
            Assert.Equal(records.Length, forwards.Count);
            Assert.Equal(
                forwards.Select(result => (result.Record.Id, result.Outcome, result.Row?.Id)),
                backwards.Select(result => (result.Record.Id, result.Outcome, result.Row?.Id)));
        }

        Assert.True(matched > 100, $"Only {matched} pairs: the samples say nothing.");
    }

    private static MatchTable Table((string? Name, string? Phone)[] records, (string Name, string Phone)[] rows, int owned, bool reversed)
    {
        var table = new MatchTable();
        foreach (var i in Order(records.Length, reversed))
            table.WithRecord(i, records[i].Name, records[i].Phone);
        foreach (var i in Order(rows.Length, reversed))
            table.WithRow(i, i < owned ? $"C9{i:00}" : null, rows[i].Name, rows[i].Phone);
        return table;
    }

    private static IEnumerable<int> Order(int count, bool reversed) =>
        reversed ? Enumerable.Range(0, count).Reverse() : Enumerable.Range(0, count);
}
