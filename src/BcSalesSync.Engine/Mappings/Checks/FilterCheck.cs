using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Records.Filters.BusinessCentral;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at the conditions of a mapping: their syntax, and whether the tables have what they name.</summary>
internal static class FilterCheck
{
    private const string Forms =
        "Write conditions such as: statecode eq 0 and name ne null. "
        + "For Business Central also: number=FILTER(10000..20000),type=CONST(Person).";

    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, CheckGround ground)
    {
        if (!ground.Before.Any(before => before.BcFilter == mapping.BcFilter)
            && Problem(mapping.Name, SystemSide.BusinessCentral, mapping.BcFilter, ground.Offered.Bc) is { } bc)
            yield return bc;
        if (!ground.Before.Any(before => before.SalesFilter == mapping.SalesFilter)
            && Problem(mapping.Name, SystemSide.Sales, mapping.SalesFilter, ground.Offered.Sales) is { } sales)
            yield return sales;
    }

    /// <summary>What is wrong with one condition; null when nothing is.</summary>
    public static MappingProblem? Problem(string mapping, SystemSide side, string text, TableSchema? table)
    {
        try
        {
            // An id in place of the company keeps the condition on it from falling away, so that its column is checked too.
            var filter = MappingFilters.Parse(text, new Guid(1, 0, 0, new byte[8]));
            if (table is null)
                return null;
            var unknown = filter.Columns.FirstOrDefault(column => !table.Columns.ContainsKey(column));
            return unknown is null
                ? Pattern(mapping, side, filter, table)
                : new MappingProblem(
                    "InvalidFilter",
                    unknown,
                    $"The {Name(side)} of {mapping} names '{unknown}', which {table.Name} does not have.",
                    "Check the spelling; upper and lower case count.");
        }
        catch (FilterSyntaxException problem)
        {
            return NotAFilter(mapping, side, problem);
        }
    }

    /// <summary>The text to store for a condition that somebody typed, or what is wrong with it.</summary>
    public static (string Text, MappingProblem? Problem) Read(string mapping, SystemSide side, string text, TableSchema? table)
    {
        var trimmed = text.Trim();
        try
        {
            if (side is SystemSide.BusinessCentral && table is not null && BcFilterExpression.IsMeant(trimmed))
                trimmed = FilterSyntax.Write(BcFilterExpression.Parse(trimmed, table));
            return (trimmed, Problem(mapping, side, trimmed, table));
        }
        catch (FilterSyntaxException problem)
        {
            return (trimmed, NotAFilter(mapping, side, problem));
        }
    }

    private static MappingProblem NotAFilter(string mapping, SystemSide side, FilterSyntaxException problem) => new(
        "InvalidFilter",
        null,
        $"The {Name(side)} of {mapping} is not a filter. {problem.Message}",
        $"{Forms} {{company}} stands for the company's row in Sales.");

    private static MappingProblem? Pattern(string mapping, SystemSide side, Filter filter, TableSchema table)
    {
        var wrong = Conditions(filter).FirstOrDefault(condition =>
            condition.Operator is FilterOperator.Like or FilterOperator.NotLike
            && !table.Columns[condition.Columns.First()].IsLike(side));
        return wrong is null ? null : new MappingProblem(
            "InvalidFilter",
            wrong.Column,
            $"The {Name(side)} of {mapping} compares '{wrong.Column}' with a pattern, but it is no text.",
            "Compare it with eq, ne, gt, ge, lt or le.");
    }

    private static bool IsLike(this ColumnSchema column, SystemSide side) =>
        column.Kind is FieldKind.Text or FieldKind.Code || (column.Kind is FieldKind.Option && side is SystemSide.BusinessCentral);

    private static IEnumerable<Condition> Conditions(Filter filter) => filter switch
    {
        Condition condition => [condition],
        AllOf all => all.Parts.SelectMany(Conditions),
        AnyOf any => any.Parts.SelectMany(Conditions),
        _ => [],
    };

    private static string Name(SystemSide side) => side is SystemSide.Sales ? "Sales filter" : "Business Central filter";
}
