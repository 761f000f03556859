using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Tests.Couplings.Matching;

public sealed class MatchTextTests
{
    private static readonly ColumnSchema Text = new() { Name = "name", Kind = FieldKind.Text };
    private static readonly ColumnSchema Amount = new() { Name = "amount", Kind = FieldKind.Number };
    private static readonly ColumnSchema Terms =
        new() { Name = "terms", Kind = FieldKind.Option, Choices = [new(0, "Default"), new(1, "Net 30")] };

    [Theory]
    [InlineData("ADATUM", "Adatum", false, true)]
    [InlineData("ADATUM", "Adatum", true, false)]
    [InlineData(" Adatum ", "Adatum", true, true)]
    [InlineData("Adatum", "Adatum Corp.", false, false)]
    public void Text_compares_as_a_whole_without_outer_blanks_and_as_the_criterion_says_about_case(
        string left, string right, bool caseSensitive, bool equal) =>
        Assert.Equal(equal, MatchText.Of(FieldValue.Text(left), Text, caseSensitive) == MatchText.Of(FieldValue.Text(right), Text, caseSensitive));

    [Fact]
    public void A_choice_is_its_label_in_letters_and_digits()
    {
        Assert.Equal("NET30", MatchText.Of(FieldValue.Number(1), Terms, caseSensitive: false));
        Assert.Equal("NET30", MatchText.Of(FieldValue.Text("net30"), Terms, caseSensitive: false));
        Assert.Equal("DEFAULT", MatchText.Of(FieldValue.Number(0), Terms, caseSensitive: false));
        Assert.Empty(MatchText.Of(FieldValue.Empty, Terms, caseSensitive: false));
    }

    [Fact]
    public void A_reference_is_the_row_it_points_to()
    {
        var id = new Guid(1, 2, 3, new byte[8]);
        Assert.Equal(id.ToString("D"), MatchText.Of(FieldValue.Reference("account", id), Text with { Kind = FieldKind.Lookup }, false));
    }

    [Fact]
    public void Zero_and_blank_are_the_same_amount() =>
        Assert.Equal(MatchText.Of(FieldValue.Empty, Amount, false), MatchText.Of(FieldValue.Number(0), Amount, false));
}
