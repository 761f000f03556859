namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>
/// Reads the expression of one field: values, ranges with .., comparisons, patterns with * and ?, joined by | and &amp;, of which &amp;
/// binds tighter.
/// </summary>
internal sealed class BcFieldFilterReader(BcFilterText source, ColumnSchema column)
{
    private const int DeepestNesting = 32;

    private const string Ends = "|&()";

    private static readonly (string Sign, FilterOperator Operator)[] Comparisons =
    [
        ("<>", FilterOperator.NotEqual),
        ("<=", FilterOperator.LessOrEqual),
        (">=", FilterOperator.GreaterOrEqual),
        ("<", FilterOperator.LessThan),
        (">", FilterOperator.GreaterThan),
        ("=", FilterOperator.Equal),
    ];

    private int depth;

    /// <summary>Reads up to the parenthesis that closes the expression.</summary>
    public Filter Read() => ReadAny();

    private Filter ReadAny()
    {
        var parts = new List<Filter>();
        do
            parts.Add(ReadAll());
        while (source.Skip("|"));
        return BcFilterReader.Join(parts, any => new AnyOf(any));
    }

    private Filter ReadAll()
    {
        var parts = new List<Filter>();
        do
            parts.Add(ReadPart());
        while (source.Skip("&"));
        return BcFilterReader.Join(parts, all => new AllOf(all));
    }

    private Filter ReadPart()
    {
        if (!source.Skip("("))
            return ReadComparison();
        if (++depth > DeepestNesting)
            throw source.Expected($"at most {DeepestNesting} parentheses inside each other");
        var inner = ReadAny();
        if (!source.Skip(")"))
            throw source.Expected("|, & or a closing parenthesis");
        depth--;
        return inner;
    }

    private Filter ReadComparison()
    {
        foreach (var (sign, comparison) in Comparisons)
        {
            if (source.Skip(sign))
                return Compare(comparison, ReadValue());
        }

        if (source.Skip(".."))
            return Compare(FilterOperator.LessOrEqual, ReadValue());
        var first = ReadValue();
        if (!source.Skip(".."))
            return Compare(FilterOperator.Equal, first);
        var from = Compare(FilterOperator.GreaterOrEqual, first);
        var last = ReadOperand();
        return last.IsMissing ? from : new AllOf([from, Compare(FilterOperator.LessOrEqual, last)]);
    }

    private BcFilterOperand ReadValue()
    {
        var operand = ReadOperand();
        return operand.IsMissing ? throw source.Expected("a value ('' for blank)") : operand;
    }

    private BcFilterOperand ReadOperand()
    {
        source.Skip("@");
        return source.ReadOperand(Ends, inRange: true);
    }

    private Condition Compare(FilterOperator comparison, BcFilterOperand operand)
    {
        if (operand.IsPattern)
            return Pattern(comparison, operand);
        var value = BcFilterLiteral.Read(operand, column);
        if (comparison is not (FilterOperator.Equal or FilterOperator.NotEqual) && value.Raw is null or bool or Guid)
            throw operand.Expected("a value with an order (others go with = and <> only)");
        return new Condition(column.Name, comparison, value);
    }

    private Condition Pattern(FilterOperator comparison, BcFilterOperand operand)
    {
        if (column.Kind is not (FieldKind.Text or FieldKind.Code or FieldKind.Option))
            throw operand.Expected($"a value of {column.Name} (only texts have patterns with * and ?)");
        var fits = comparison switch
        {
            FilterOperator.Equal => FilterOperator.Like,
            FilterOperator.NotEqual => FilterOperator.NotLike,
            _ => throw operand.Expected("a value (patterns with * and ? go with = and <> only)"),
        };
        return new Condition(column.Name, fits, FieldValue.Text(operand.Text));
    }
}
