using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>
/// A filter split into the text the service understands and the rest that is applied to what came back: columns that only tell the table of a
/// lookup do not exist on the wire.
/// </summary>
/// <param name="Text">Text of <c>$filter</c>; null when everything passes.</param>
/// <param name="Rest">What is left to apply; null when the text says it all.</param>
internal sealed record FilterText(string? Text, Filter? Rest)
{
    /// <summary>Translates a filter for a table.</summary>
    /// <exception cref="EndpointException">The filter names a column the table lacks, or a value the column cannot hold.</exception>
    internal static FilterText For(Filter filter, TableDefinition table)
    {
        var parts = filter is AllOf all ? all.Parts : [filter];
        var sent = new List<string>();
        var kept = new List<Filter>();
        foreach (var part in parts)
        {
            if (part.Columns.Any(column => Find(table, column).TypeOf is not null))
                kept.Add(part);
            else if (part is not AllOf { Parts.Count: 0 })
                sent.Add(Render(part, table, nested: parts.Count > 1));
        }

        return new FilterText(
            sent.Count == 0 ? null : string.Join(" and ", sent),
            kept.Count == 0 ? null : new AllOf(kept));
    }

    private static string Render(Filter filter, TableDefinition table, bool nested) => filter switch
    {
        Condition condition => RenderCondition(condition, Find(table, condition.Column)),
        AllOf all => Join(all.Parts, " and ", table, nested),
        AnyOf any => Join(any.Parts, " or ", table, nested),
        _ => throw new InvalidOperationException($"A filter of type {filter.GetType().Name} has no text."),
    };

    private static string Join(IReadOnlyList<Filter> parts, string word, TableDefinition table, bool nested)
    {
        var text = string.Join(word, parts.Select(part => Render(part, table, nested: true)));
        return nested && parts.Count > 1 ? $"({text})" : text;
    }

    private static string RenderCondition(Condition condition, AttributeDefinition attribute)
    {
        var name = attribute.WireName;
        string literal;
        try
        {
            literal = Literal.Write(condition.Value, attribute);
        }
        catch (FormatException problem)
        {
            throw Misconfigured(problem.Message);
        }

        return condition.Operator switch
        {
            FilterOperator.Equal => $"{name} eq {literal}",
            FilterOperator.NotEqual when condition.Value.IsEmpty => $"{name} ne null",
            FilterOperator.NotEqual => $"({name} ne {literal} or {name} eq null)",
            FilterOperator.GreaterThan => $"{name} gt {literal}",
            FilterOperator.GreaterOrEqual => $"{name} ge {literal}",
            FilterOperator.LessThan => $"{name} lt {literal}",
            _ => $"{name} le {literal}",
        };
    }

    private static AttributeDefinition Find(TableDefinition table, string column) =>
        table.Attributes.TryGetValue(column, out var attribute) && attribute.CanRead
            ? attribute
            : throw Misconfigured($"The table {table.Name} in Sales has no column {column} to filter by.");

    private static EndpointException Misconfigured(string message) =>
        new(SystemSide.Sales, new EndpointFailure(FailureClass.Configuration, "filter", message));
}
