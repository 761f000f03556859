using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Records.Filters.BusinessCentral;

namespace BcSalesSync.Engine.Tests.Records.Filters.BusinessCentral;

public sealed class BcFilterExpressionTests
{
    [Theory]
    [InlineData("type=CONST(Person)", "type eq 'Person'")]
    [InlineData("type = const( person )", "type eq 'Person'")]
    [InlineData("blocked=CONST( )", "blocked eq null")]
    [InlineData("name=CONST('A*|B')", "name eq 'A*|B'")]
    [InlineData("name=FILTER('')", "name eq null")]
    [InlineData("name=FILTER(<>'')", "name ne null")]
    [InlineData("number=FILTER(c10000..c20000)", "number ge 'C10000' and number le 'C20000'")]
    [InlineData("number=FILTER(10000..)", "number ge '10000'")]
    [InlineData("number=FILTER(..20000)", "number le '20000'")]
    [InlineData("amount=FILTER(1.5..2.5|>=10)", "amount ge 1.5 and amount le 2.5 or amount ge 10")]
    [InlineData("number=FILTER(10000..20000|<>A*)", "number ge '10000' and number le '20000' or number notlike 'A*'")]
    [InlineData("name=FILTER(@*ltd?)", "name like '*ltd?'")]
    [InlineData("name=FILTER('A&B'|O''Hara)", "name eq 'A&B' or name eq 'O''''Hara'")]
    [InlineData("name=FILTER(<>A&<>B|C)", "name ne 'A' and name ne 'B' or name eq 'C'")]
    [InlineData("name=FILTER((A|B)&<>C)", "(name eq 'A' or name eq 'B') and name ne 'C'")]
    [InlineData("active=FILTER(Yes)", "active eq true")]
    [InlineData("since=FILTER(>2026-01-31)", "since gt 2026-01-31")]
    [InlineData("changed=FILTER(<2026-01-31)", "changed lt 2026-01-31T00:00:00Z")]
    [InlineData("type=CONST(Person),number=FILTER(A*),name=FILTER(a|b)", "type eq 'Person' and number like 'A*' and (name eq 'a' or name eq 'b')")]
    public void An_expression_means_what_it_means_in_Business_Central(string expression, string filter)
    {
        Assert.True(BcFilterExpression.IsMeant(expression));

        Assert.Equal(filter, FilterSyntax.Write(BcFilterExpression.Parse(expression, Table)));
    }

    [Theory]
    [InlineData("nme=CONST(a)", 1, "a field of samples")]
    [InlineData("type=CONST(Human)", 12, "one of 'Company', 'Person'")]
    [InlineData("type=CONST(Person", 18, "a closing parenthesis")]
    [InlineData("type=CONST(Person) number=CONST(a)", 20, "a comma")]
    [InlineData("type=CONST(Person),number=LIKE(a)", 27, "CONST(value) or FILTER(expression)")]
    [InlineData("amount=FILTER(abc)", 15, "a number")]
    [InlineData("amount=FILTER(1*)", 15, "only texts have patterns")]
    [InlineData("number=FILTER(>A*)", 16, "go with = and <> only")]
    [InlineData("number=FILTER(A|)", 17, "a value")]
    [InlineData("number=FILTER()", 15, "a value")]
    [InlineData("number=FILTER((A|B)", 20, "a closing parenthesis")]
    [InlineData("name=FILTER('A)", 16, "a closing quote")]
    [InlineData("active=FILTER(maybe)", 15, "Yes or No")]
    [InlineData("active=FILTER(>Yes)", 16, "a value with an order")]
    [InlineData("since=FILTER(31.01.2026)", 14, "a date such as 2026-01-31")]
    public void A_wrong_expression_is_refused_with_the_place(string expression, int position, string expected)
    {
        var error = Assert.Throws<FilterSyntaxException>(() => BcFilterExpression.Parse(expression, Table));

        Assert.Equal(position, error.Position);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type eq 'Person'")]
    [InlineData("")]
    [InlineData("filter eq 1")]
    public void Conditions_of_the_other_syntax_are_not_meant(string text) => Assert.False(BcFilterExpression.IsMeant(text));

    internal static TableSchema Table { get; } = new()
    {
        Name = "samples",
        Columns = new ColumnSchema[]
        {
            new() { Name = "type", Kind = FieldKind.Option, Choices = [new(0, "Company"), new(1, "Person")] },
            new() { Name = "blocked", Kind = FieldKind.Option, Choices = [new(0, " "), new(1, "All")] },
            new() { Name = "name", Kind = FieldKind.Text },
            new() { Name = "number", Kind = FieldKind.Code },
            new() { Name = "amount", Kind = FieldKind.Number },
            new() { Name = "active", Kind = FieldKind.Boolean },
            new() { Name = "since", Kind = FieldKind.Date },
            new() { Name = "changed", Kind = FieldKind.DateTime },
        }.ToDictionary(column => column.Name),
    };
}
