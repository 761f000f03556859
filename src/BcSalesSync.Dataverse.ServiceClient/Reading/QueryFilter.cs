using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Dataverse.ServiceClient.Reading;

/// <summary>
/// A filter split into what the service evaluates and what is left for this side: the service then answers more rows than asked for, never
/// fewer.
/// </summary>
/// <param name="Asked">What the service evaluates; null for every row.</param>
/// <param name="Remainder">What rows read must still pass; null when nothing is left.</param>
internal sealed record QueryFilter(OrgFilter? Asked, Filter? Remainder)
{
    /// <summary>Splits a filter.</summary>
    /// <exception cref="EndpointException">It compares a column the table lacks, or with what cannot be its value.</exception>
    internal static QueryFilter Of(Filter filter, TableDefinition table)
    {
        var asked = new List<OrgFilter>();
        var left = new List<Filter>();
        foreach (var part in PartsOf(filter))
        {
            if (Write(part, table) is { } group)
                asked.Add(group);
            else
                left.Add(part);
        }

        return new QueryFilter(
            asked.Count switch { 0 => null, 1 => asked[0], _ => new OrgFilter(true, [], asked) },
            left.Count switch { 0 => null, 1 => left[0], _ => new AllOf(left) });
    }

    private static IEnumerable<Filter> PartsOf(Filter filter) => filter is AllOf all ? all.Parts.SelectMany(PartsOf) : [filter];

    private static OrgFilter? Write(Filter filter, TableDefinition table) => filter switch
    {
        Condition condition => Write(condition, table),
        AnyOf any => Join(isAnd: false, any.Parts, table),
        AllOf all => Join(isAnd: true, all.Parts, table),
        _ => null,
    };

    private static OrgFilter? Join(bool isAnd, IReadOnlyList<Filter> parts, TableDefinition table)
    {
        var groups = parts.Select(part => Write(part, table)).ToList();
        return groups.Count == 0 || groups.Contains(null) ? null : new OrgFilter(isAnd, [], [.. groups.OfType<OrgFilter>()]);
    }

    private static OrgFilter? Write(Condition condition, TableDefinition table)
    {
        if (ReferenceType.ReferenceOf(condition.Column) is not null)
            return null;
        if (!table.Attributes.TryGetValue(condition.Column, out var attribute) || !attribute.CanRead)
        {
            throw new EndpointException(SystemSide.Sales, new EndpointFailure(
                FailureClass.Configuration, "filter", $"The table {table.Name} in Sales has no column {condition.Column} to filter by."));
        }

        if (condition.Operator is FilterOperator.StartsWith or FilterOperator.Like or FilterOperator.NotLike)
            return Pattern(condition, attribute);
        if (condition.Value.IsEmpty)
        {
            return condition.Operator switch
            {
                FilterOperator.Equal => Single(condition.Column, OrgOperator.Null),
                FilterOperator.NotEqual => Single(condition.Column, OrgOperator.NotNull),
                _ => null,
            };
        }

        var value = QueryValue.Of(condition.Value, attribute);
        return condition.Operator is FilterOperator.NotEqual
            ? OrNull(condition.Column, OrgOperator.NotEqual, value)
            : Single(condition.Column, OperatorOf(condition.Operator), value);
    }

    private static OrgFilter? Pattern(Condition condition, AttributeDefinition attribute)
    {
        // Stars alone fit blank as well, which no pattern of SQL does.
        if (attribute.Column.Kind != FieldKind.Text || condition.Value.AsText() is not { } text || text.Trim('*').Length == 0)
            return null;
        var pattern = Escape(text);
        if (condition.Operator is FilterOperator.StartsWith)
            return Single(condition.Column, OrgOperator.Like, pattern + "%");
        pattern = pattern.Replace('*', '%').Replace('?', '_');
        return condition.Operator is FilterOperator.Like
            ? Single(condition.Column, OrgOperator.Like, pattern)
            : OrNull(condition.Column, OrgOperator.NotLike, pattern);
    }

    private static string Escape(string text) => text
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("%", "[%]", StringComparison.Ordinal)
        .Replace("_", "[_]", StringComparison.Ordinal);

    private static OrgFilter Single(string column, OrgOperator comparison, params object[] values) =>
        new(true, [new OrgCondition(column, comparison, values)], []);

    // SQL leaves rows without a value out of "not"; a filter keeps them.
    private static OrgFilter OrNull(string column, OrgOperator comparison, object value) =>
        new(false, [new OrgCondition(column, comparison, [value]), new OrgCondition(column, OrgOperator.Null, [])], []);

    private static OrgOperator OperatorOf(FilterOperator comparison) => comparison switch
    {
        FilterOperator.GreaterThan => OrgOperator.GreaterThan,
        FilterOperator.GreaterOrEqual => OrgOperator.GreaterEqual,
        FilterOperator.LessThan => OrgOperator.LessThan,
        FilterOperator.LessOrEqual => OrgOperator.LessEqual,
        _ => OrgOperator.Equal,
    };
}
