using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Engine.Tests.Records.Filters;

public sealed class FilterSyntaxTests
{
    private static readonly Guid Company = new("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01");

    [Fact]
    public void Blank_text_lets_every_record_pass() => Assert.Empty(Assert.IsType<AllOf>(FilterSyntax.Parse("  \t")).Parts);

    [Theory]
    [InlineData("blocked eq null")]
    [InlineData("type eq 'Person' and companyNumber ne null")]
    [InlineData("isdisabled eq false and islicensed eq true and isintegrationuser eq false")]
    [InlineData("a eq 1 or b eq 2 and c eq 3")]
    [InlineData("(a eq 1 or b eq 2) and c eq 3")]
    [InlineData("name eq 'O''Hara''s'")]
    [InlineData("amount ge -12.5 and amount lt 1000")]
    [InlineData("bcbi_companyid eq 5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01")]
    [InlineData("postingDate gt 2026-01-31")]
    [InlineData("modifiedon le 2026-01-31T08:00:00.5Z")]
    public void What_is_read_is_written_the_same(string text) => Assert.Equal(text, FilterSyntax.Write(FilterSyntax.Parse(text)));

    [Theory]
    [InlineData("((a eq 1))", "a eq 1")]
    [InlineData("A EQ TRUE AND b Ne NULL", "A eq true and b ne null")]
    [InlineData("name eq ''", "name eq null")]
    [InlineData("t ge 2026-01-31T10:00:00+02:00", "t ge 2026-01-31T08:00:00Z")]
    [InlineData("n eq 1.500", "n eq 1.5")]
    [InlineData("a eq 1 and (b eq 2 and (c eq 3))", "a eq 1 and b eq 2 and c eq 3")]
    public void Other_spellings_are_understood(string text, string normal) =>
        Assert.Equal(normal, FilterSyntax.Write(FilterSyntax.Parse(text)));

    [Fact]
    public void Values_have_the_kind_of_their_literal()
    {
        var parts = Assert.IsType<AllOf>(
            FilterSyntax.Parse($"a eq 'x' and b eq 1 and c eq true and d eq {Company} and e eq 2026-02-03 and f eq 2026-02-03T00:00Z"))
            .Parts;

        Assert.Equal(
            ["x", 1m, true, Company, new DateOnly(2026, 2, 3), new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero)],
            parts.Cast<Condition>().Select(condition => condition.Value.Raw));
    }

    [Fact]
    public void And_binds_tighter_than_or()
    {
        var filter = FilterSyntax.Parse("a eq 1 or a eq 2 and b eq 3");

        Assert.True(filter.Matches(RecordOf(("a", FieldValue.Number(1)))));
        Assert.False(filter.Matches(RecordOf(("a", FieldValue.Number(2)))));
        Assert.True(filter.Matches(RecordOf(("a", FieldValue.Number(2)), ("b", FieldValue.Number(3)))));
    }

    [Theory]
    [InlineData("name like 'A*'", "abc", true)]
    [InlineData("name like '*b?'", "abc", true)]
    [InlineData("name like '?b'", "abc", false)]
    [InlineData("name like '*'", "", true)]
    [InlineData("name like 'a*'", "", false)]
    [InlineData("name notlike 'a*'", "", true)]
    [InlineData("name notlike 'a*'", "ABC", false)]
    [InlineData(@"name like 'a\*'", @"a\b", true)]
    public void Patterns_fit_whole_texts_whatever_their_case(string filter, string name, bool fits) =>
        Assert.Equal(fits, FilterSyntax.Parse(filter).Matches(RecordOf(("name", FieldValue.Text(name)))));

    [Fact]
    public void A_pattern_is_a_text() =>
        Assert.Equal(11, Assert.Throws<FilterSyntaxException>(() => FilterSyntax.Parse("name like 5")).Position);

    [Theory]
    [InlineData("statecode", 10, "a comparison")]
    [InlineData("statecode equals 0", 11, "a comparison")]
    [InlineData("statecode eq", 13, "a value")]
    [InlineData("statecode eq zero", 14, "a value")]
    [InlineData("statecode eq 0 name eq 'x'", 16, "and, or")]
    [InlineData("statecode eq 0 and", 19, "a column")]
    [InlineData("(statecode eq 0", 16, "a closing parenthesis")]
    [InlineData("statecode eq 0)", 15, "the end of the filter")]
    [InlineData("not blocked eq true", 1, "there is no not")]
    [InlineData("name eq 'x", 11, "a closing quote")]
    [InlineData("id eq {company", 15, "a closing brace")]
    [InlineData("name eq other", 9, "a value")]
    [InlineData("name # 'x'", 6, "a column, a value")]
    [InlineData("amount gt null", 11, "eq and ne only")]
    [InlineData("done lt true", 9, "eq and ne only")]
    [InlineData("()", 2, "a column")]
    public void An_error_names_position_and_what_was_expected(string text, int position, string expected)
    {
        var error = Assert.Throws<FilterSyntaxException>(() => FilterSyntax.Parse(text));

        Assert.Equal(position, error.Position);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Contains($"Position {position}: expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parentheses_without_end_are_refused_instead_of_exhausting_the_stack() =>
        Assert.Throws<FilterSyntaxException>(() => FilterSyntax.Parse(new string('(', 100_000)));

    [Theory]
    [InlineData("id eq {x} or id eq null", "id eq 5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01 or id eq null")]
    [InlineData("a eq 1 and id eq {x}", "a eq 1 and id eq 5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01")]
    public void A_placeholder_stands_for_its_value(string text, string filled) =>
        Assert.Equal(filled, FilterSyntax.Write(FilterSyntax.Parse(text, Placeholders(FieldValue.Id(Company)))));

    [Theory]
    [InlineData("id eq {x}", "")]
    [InlineData("a eq 1 and id eq {x}", "a eq 1")]
    [InlineData("a eq 1 and b eq 2 and (id eq {x} or id eq null)", "a eq 1 and b eq 2")]
    [InlineData("a eq 1 and (b eq 2 and id eq {x} or c eq 3)", "a eq 1")]
    [InlineData("a eq 1 or b eq 2 and (id eq {x} or id eq null)", "a eq 1 or b eq 2")]
    [InlineData("a eq 1 or (id eq {x} or id eq null)", "")]
    [InlineData("amount gt {x} and a eq 1", "a eq 1")]
    public void Without_a_value_the_smallest_or_group_around_a_placeholder_falls_away(string text, string rest) =>
        Assert.Equal(rest, FilterSyntax.Write(FilterSyntax.Parse(text, Placeholders(FieldValue.Empty))));

    [Fact]
    public void A_misspelled_placeholder_is_an_error_that_lists_the_known_ones()
    {
        var error = Assert.Throws<FilterSyntaxException>(() => FilterSyntax.Parse("id eq {y}", Placeholders(FieldValue.Empty)));

        Assert.Equal(7, error.Position);
        Assert.Contains("{x}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_is_compared_by_id()
    {
        var record = RecordOf(("bcbi_companyid", FieldValue.Reference("bcbi_company", Company)));

        Assert.True(FilterSyntax.Parse($"bcbi_companyid eq {Company}").Matches(record));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", false)]
    public void The_table_of_a_reference_is_compared_through_the_reference(string table, bool passes)
    {
        var filter = FilterSyntax.Parse("parentcustomeridtype eq 'account'");

        Assert.Equal(passes, filter.Matches(RecordOf(("parentcustomerid", FieldValue.Reference(table, Company)))));
        Assert.Equal(["parentcustomerid"], filter.Columns);
    }

    [Fact]
    public void An_or_group_inside_an_and_group_keeps_its_parentheses()
    {
        var filter = new AllOf([new AnyOf([One("a"), One("b")]), new AllOf([]), new AllOf([One("c"), new AnyOf([One("d"), One("e")])])]);

        Assert.Equal("(a eq 1 or b eq 1) and c eq 1 and (d eq 1 or e eq 1)", FilterSyntax.Write(filter));
    }

    private static Condition One(string column) => new(column, FilterOperator.Equal, FieldValue.Number(1));

    private static Dictionary<string, FieldValue> Placeholders(FieldValue value) => new() { ["x"] = value };

    private static Record RecordOf(params (string Column, FieldValue Value)[] values) =>
        new() { Id = Company, Values = values.ToDictionary(value => value.Column, value => value.Value) };
}
