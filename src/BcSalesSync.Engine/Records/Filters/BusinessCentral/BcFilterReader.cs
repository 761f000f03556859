namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>Reads conditions on fields, joined by commas.</summary>
internal sealed class BcFilterReader(string text, TableSchema table)
{
    private readonly BcFilterText source = new(text);

    /// <summary>Reads the whole text.</summary>
    public Filter Read()
    {
        var parts = new List<Filter>();
        do
            parts.Add(ReadField());
        while (source.Skip(","));
        source.SkipBlanks();
        if (!source.AtEnd)
            throw source.Expected("a comma or the end of the filter");
        return Join(parts, all => new AllOf(all));
    }

    /// <summary>Several parts as one, without groups of the same kind inside each other.</summary>
    internal static Filter Join(IReadOnlyList<Filter> parts, Func<IReadOnlyList<Filter>, Filter> group)
    {
        if (parts.Count == 1)
            return parts[0];
        var kind = group([]).GetType();
        return group([.. parts.SelectMany(part => part switch
        {
            AllOf all when kind == typeof(AllOf) => all.Parts,
            AnyOf any when kind == typeof(AnyOf) => any.Parts,
            _ => [part],
        })]);
    }

    private Filter ReadField()
    {
        source.SkipBlanks();
        var position = source.Position;
        var name = source.ReadName();
        if (!table.Columns.TryGetValue(name, out var column))
            throw new FilterSyntaxException(position, $"a field of {table.Name}", $"'{name}'");
        if (!source.Skip("="))
            throw source.Expected("an equals sign");
        if (source.SkipWord("CONST"))
            return Between(() => ReadConstant(column));
        if (source.SkipWord("FILTER"))
            return Between(() => new BcFieldFilterReader(source, column).Read());
        throw source.Expected("CONST(value) or FILTER(expression)");
    }

    private Filter Between(Func<Filter> read)
    {
        if (!source.Skip("("))
            throw source.Expected("an opening parenthesis");
        var filter = read();
        return source.Skip(")") ? filter : throw source.Expected("a closing parenthesis");
    }

    private Condition ReadConstant(ColumnSchema column)
    {
        var operand = source.ReadOperand(")", inRange: false);
        return new Condition(column.Name, FilterOperator.Equal, BcFilterLiteral.Read(operand, column));
    }
}
