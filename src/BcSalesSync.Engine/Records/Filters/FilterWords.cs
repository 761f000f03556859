namespace BcSalesSync.Engine.Records.Filters;

/// <summary>The words of the comparisons.</summary>
internal static class FilterWords
{
    private static readonly (string Word, FilterOperator Operator)[] Words =
    [
        ("eq", FilterOperator.Equal),
        ("ne", FilterOperator.NotEqual),
        ("gt", FilterOperator.GreaterThan),
        ("ge", FilterOperator.GreaterOrEqual),
        ("lt", FilterOperator.LessThan),
        ("le", FilterOperator.LessOrEqual),
        ("like", FilterOperator.Like),
        ("notlike", FilterOperator.NotLike),
    ];

    public static FilterOperator? OperatorOf(string word)
    {
        foreach (var entry in Words)
        {
            if (entry.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
                return entry.Operator;
        }

        return null;
    }

    public static string WordOf(FilterOperator comparison) => Words.Single(entry => entry.Operator == comparison).Word;
}
