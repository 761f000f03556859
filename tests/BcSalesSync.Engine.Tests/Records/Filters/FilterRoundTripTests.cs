using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Records.Filters.BusinessCentral;
using BcSalesSync.Engine.Tests.Records.Filters.BusinessCentral;
using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Engine.Tests.Records.Filters;

public sealed class FilterRoundTripTests
{
    private static readonly Gen<string> Words =
        Gen.Elements('a', 'B', '\'', '|', '&', '(', ')', '.', ',', '=', '<', '>', '@', 'ß', '7').NonEmptyListOf()
            .Select(letters => string.Concat(letters));

    private static readonly Gen<FieldValue> Ordered = Gen.OneOf(
        Words.Select(FieldValue.Text),
        Gen.Choose(-9999, 9999).Select(number => FieldValue.Number(number / 100m)),
        Gen.Choose(1, 9999).Select(day => FieldValue.Date(new DateOnly(2000, 1, 1).AddDays(day))),
        Gen.Choose(1, 999999).Select(minute => FieldValue.Time(DateTimeOffset.UnixEpoch.AddMinutes(minute))));

    private static readonly Gen<FieldValue> Any = Gen.OneOf(
        Ordered,
        Gen.Constant(FieldValue.Empty),
        Gen.Elements(true, false).Select(flag => FieldValue.Boolean(flag)),
        Gen.Choose(1, 999).Select(number => FieldValue.Id(new Guid(number, 0, 0, new byte[8]))));

    private static readonly Gen<Filter> Conditions = Gen.OneOf<Filter>(
        from value in Any from word in Gen.Elements(FilterOperator.Equal, FilterOperator.NotEqual)
        select (Filter)new Condition("a", word, value),
        from value in Ordered from word in Gen.Elements(FilterOperator.LessThan, FilterOperator.GreaterOrEqual)
        select (Filter)new Condition("b_1", word, value),
        from text in Words from word in Gen.Elements(FilterOperator.Like, FilterOperator.NotLike)
        select (Filter)new Condition("c", word, FieldValue.Text(text + "*?")));

    [Fact]
    public void What_is_written_is_read_as_the_same() => Prop.ForAll(Filters(3).ToArbitrary(), filter =>
    {
        var text = FilterSyntax.Write(filter);

        return FilterSyntax.Write(FilterSyntax.Parse(text)) == text && Same(FilterSyntax.Parse(text), filter);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Business_Centrals_own_values_keep_every_character() => Prop.ForAll(Words.ListOf(3).ToArbitrary(), words =>
    {
        var quoted = words.Select(word => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'").ToArray();
        var filter = BcFilterExpression.Parse($"name=FILTER(({quoted[0]}|{quoted[1]})&<>{quoted[2]})", BcFilterExpressionTests.Table);

        return Same(filter, new AllOf(
        [
            new AnyOf([Is(words[0], FilterOperator.Equal), Is(words[1], FilterOperator.Equal)]), Is(words[2], FilterOperator.NotEqual),
        ]));
    }).QuickCheckThrowOnFailure();

    private static Condition Is(string text, FilterOperator comparison) => new("name", comparison, FieldValue.Text(text));

    /// <summary>Groups of two parts or three, none directly inside one of its kind, as reading makes them.</summary>
    private static Gen<Filter> Filters(int depth, bool? inside = null)
    {
        if (depth == 0)
            return Conditions;
        var groups = new[] { true, false }.Where(isAnd => isAnd != inside).Select(isAnd =>
            from count in Gen.Choose(2, 3)
            from parts in Filters(depth - 1, isAnd).ListOf(count)
            select isAnd ? (Filter)new AllOf([.. parts]) : new AnyOf([.. parts]));
        return Gen.OneOf([Conditions, .. groups]);
    }

    private static bool Same(Filter left, Filter right) => (left, right) switch
    {
        (AllOf a, AllOf b) => Same(a.Parts, b.Parts),
        (AnyOf a, AnyOf b) => Same(a.Parts, b.Parts),
        _ => left.Equals(right),
    };

    private static bool Same(IReadOnlyList<Filter> left, IReadOnlyList<Filter> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));
}
