using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Tests.Mappings.Transformations;

public sealed class TransformationTests
{
    [Theory]
    [InlineData("Trim", "  a b ", "a b")]
    [InlineData("uppercase", "straße 1a", "STRAßE 1A")]
    [InlineData("LowerCase", "ABC", "abc")]
    [InlineData("TitleCase", "NEW york", "New York")]
    [InlineData("Substring(2)", "abcdef", "cdef")]
    [InlineData("Substring(0,3)", "abcdef", "abc")]
    [InlineData("Substring(4,10)", "abcdef", "ef")]
    [InlineData("Substring(9)", "abcdef", "")]
    [InlineData("Replace(a,b)", "banana", "bbnbnb")]
    [InlineData("Replace(',',;)", "a,b", "a;b")]
    [InlineData("Replace(x,)", "axb", "ab")]
    [InlineData("Regex('(\\d+), (\\w+)',$2-$1)", "12, ab", "ab-12")]
    [InlineData("Regex([^0-9],)", "+1 (555)", "1555")]
    [InlineData("Map(x=1;y=2)", "Y", "2")]
    [InlineData("Map(x=1;*=9)", "z", "9")]
    [InlineData("Map(x=1;*=*)", "z", "z")]
    [InlineData("Map('a;b=c'=1)", "a;b=c", "1")]
    [InlineData("Prefix(NAV )", "10", "NAV 10")]
    [InlineData("Suffix(!)", "10", "10!")]
    [InlineData("RemovePrefix(NAV )", "nav 10", "10")]
    [InlineData("RemoveSuffix(!)", "10", "10")]
    public void Text_is_changed_as_the_transformation_says(string transformation, string text, string expected) =>
        Assert.Equal(FieldValue.Text(expected), TransformationSyntax.Parse(transformation).Apply(FieldValue.Text(text)));

    [Fact]
    public void Dates_are_written_and_read_in_the_given_form()
    {
        var day = FieldValue.Date(new DateOnly(2026, 2, 3));
        var chain = Chain("DateFormat(dd.MM.yyyy)");

        Assert.Equal(FieldValue.Text("03.02.2026"), chain.Apply(day));
        Assert.Equal(day, chain.In(SyncDirection.Both, SyncDirection.ToBusinessCentral).Apply(FieldValue.Text("03.02.2026")));
        Assert.Equal(
            FieldValue.Time(new DateTimeOffset(2026, 2, 3, 14, 5, 0, TimeSpan.Zero)),
            Chain("ParseDate(yyyyMMdd HH:mm)").Apply(FieldValue.Text("20260203 14:05")));
    }

    [Theory]
    [InlineData("Map(x=1;y=2)", "z", "'z' is not in the list")]
    [InlineData("ParseDate(yyyy-MM-dd)", "3 Feb", "'3 Feb' is no date")]
    [InlineData("DateFormat(yyyy)", "soon", "'soon' is no date")]
    [InlineData("Regex(^(a+)+$,x)", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "takes too long")]
    public void A_value_that_cannot_be_changed_says_why(string transformation, string text, string problem)
    {
        var error = Assert.Throws<TransformationException>(() => Chain(transformation).Apply(FieldValue.Text(text)));

        Assert.StartsWith(transformation, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trimm", "There are: Trim")]
    [InlineData("Trim(1)", "takes nothing")]
    [InlineData("Substring(a)", "whole number")]
    [InlineData("Substring(-1)", "whole number")]
    [InlineData("Substring(0,1,2)", "Write it as Substring(start,length)")]
    [InlineData("Replace(a)", "two texts")]
    [InlineData("Replace(,b)", "nothing to find")]
    [InlineData("Regex((,x)", "Regex(pattern,replacement)")]
    [InlineData("Map(x)", "equals sign")]
    [InlineData("Map(x=1;X=2)", "listed twice")]
    [InlineData("Prefix()", "one text")]
    [InlineData("Prefix('a)", "not closed")]
    [InlineData("Prefix('a'b)", "follows a closing quote")]
    [InlineData("Prefix(a", "closing parenthesis")]
    [InlineData("ParseDate(MM-dd)", "whole year")]
    public void A_text_that_is_no_transformation_is_refused_with_a_hint(string text, string hint) => Assert.Contains(
        hint, Assert.Throws<TransformationSyntaxException>(() => TransformationSyntax.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Map(x=1;y=2)", "y")]
    [InlineData("Map(=none;y=2;*=*)", "")]
    [InlineData("Map(=none;y=2;*=*)", "z")]
    [InlineData("Prefix(NAV )", "10")]
    [InlineData("Suffix(.)", "10")]
    public void What_has_a_way_back_comes_back(string transformation, string text)
    {
        var chain = Chain(transformation, "Trim");
        var back = chain.In(SyncDirection.Both, SyncDirection.ToBusinessCentral);

        Assert.Empty(chain.OneWay);
        Assert.Equal(FieldValue.Text(text), back.Apply(chain.Apply(FieldValue.Text(text))));
    }

    [Theory]
    [InlineData("Substring(0,2)")]
    [InlineData("Replace(a,b)")]
    [InlineData("Regex(a,b)")]
    [InlineData("Map(x=1;y=1)")]
    [InlineData("Map(x=1;*=2)")]
    [InlineData("DateFormat(MM yyyy)")]
    public void What_loses_something_has_no_way_back(string transformation) =>
        Assert.Equal([transformation], Chain("Trim", transformation).OneWay.Select(item => item.ToString()));

    [Fact]
    public void Blank_stays_blank_unless_a_list_names_it()
    {
        Assert.True(Chain("Prefix(a)", "Map(x=1)").Apply(FieldValue.Empty).IsEmpty);
        Assert.Equal(FieldValue.Text("none"), Chain("Map(=none;*=*)").Apply(FieldValue.Empty));
    }

    [Fact]
    public void A_row_that_goes_one_way_is_transformed_on_that_way() => Assert.Equal(
        FieldValue.Text("A1"),
        Chain("Prefix(A)").In(SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral).Apply(FieldValue.Text("1")));

    private static TransformationChain Chain(params string[] texts) => TransformationChain.Parse(texts)!;
}
