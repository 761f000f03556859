using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Transformations;
using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Engine.Tests.Mappings.Transformations;

public sealed class TransformationRoundTripTests
{
    private static readonly Gen<string> Texts =
        Gen.Elements('a', 'B', '\'', ',', ';', '=', '(', ')', ' ', '*', 'ä', '1').NonEmptyListOf().Select(letters => string.Concat(letters));

    private static readonly Gen<Transformation> Transformations = Gen.OneOf(
        Gen.Elements("Trim", "UpperCase", "LowerCase", "TitleCase", "DateFormat('dd, MM yyyy')", "ParseDate(yyyy-MM-dd)"),
        from start in Gen.Choose(0, 99) from length in Gen.Choose(0, 99) select $"Substring({start},{length})",
        from name in Gen.Elements("Prefix", "Suffix", "RemovePrefix", "RemoveSuffix") from text in Texts select $"{name}({Quoted(text)})",
        from find in Texts from other in Texts select $"Replace({Quoted(find)},{Quoted(other)})",
        from letter in Gen.Elements("a", "(b|c),", "'+") from other in Texts select $"Regex({Quoted(letter)},{Quoted(other)})",
        from first in Texts from second in Texts select $"Map({Quoted(first)}={Quoted(second)};never={Quoted(first)})")
        .Select(TransformationSyntax.Parse);

    [Fact]
    public void What_is_written_is_read_as_the_same() => Prop.ForAll(Transformations.ToArbitrary(), transformation =>
    {
        var read = TransformationSyntax.Parse(transformation.ToString());

        return read.Equals(transformation) && read.GetType() == transformation.GetType() && read.ToString() == transformation.ToString();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mappings_keep_their_transformations() => Prop.ForAll(Transformations.ListOf(2).ToArbitrary(), items =>
    {
        var row = new FieldMapping
        {
            BcField = "a", SalesField = "b", Transform = TransformationChain.Parse([.. items.Select(item => item.ToString())]),
        };
        var mapping = new TableMapping { Name = "X", BcTable = "xs", SalesTable = "x", Fields = [row] };

        return MappingJson.Parse(MappingJson.ToText(mapping)).Fields[0] == row;
    }).QuickCheckThrowOnFailure();

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
