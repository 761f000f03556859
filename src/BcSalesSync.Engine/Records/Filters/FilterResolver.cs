namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Fills in the placeholders of a filter and leaves out what has no value.</summary>
internal sealed class FilterResolver(IReadOnlyDictionary<string, FieldValue> placeholders)
{
    public Filter Resolve(FilterNode node) => Resolve(node, inOrGroup: false)!;

    /// <summary>Null when the surrounding or-group has to fall away.</summary>
    private Filter? Resolve(FilterNode node, bool inOrGroup) => node switch
    {
        FilterConditionNode condition => ResolveCondition(condition) ?? (inOrGroup ? null : Filter.All),
        FilterGroupNode { IsAnd: true } group => ResolveAnd(group, inOrGroup),
        FilterGroupNode group => ResolveOr(group),
        _ => throw new InvalidOperationException($"A filter holds no {node.GetType().Name}."),
    };

    private Filter? ResolveAnd(FilterGroupNode group, bool inOrGroup)
    {
        var parts = new List<Filter>();
        foreach (var part in group.Parts)
        {
            switch (Resolve(part, inOrGroup))
            {
                case null:
                    return null;
                case AllOf inner:
                    parts.AddRange(inner.Parts);
                    break;
                case var filter:
                    parts.Add(filter);
                    break;
            }
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private Filter ResolveOr(FilterGroupNode group)
    {
        var parts = new List<Filter>();
        foreach (var part in group.Parts)
        {
            var filter = Resolve(part, inOrGroup: true);
            if (filter is null or AllOf { Parts.Count: 0 })
                return Filter.All;
            parts.Add(filter);
        }

        return new AnyOf(parts);
    }

    private Condition? ResolveCondition(FilterConditionNode condition)
    {
        var operand = condition.Operand;
        var isPlaceholder = operand.Kind is FilterTokenKind.Placeholder;
        var value = isPlaceholder ? ValueOf(operand) : FilterLiteral.Read(operand);
        if (isPlaceholder && value.IsEmpty)
            return null;
        if (condition.Operator is not (FilterOperator.Equal or FilterOperator.NotEqual) && value.Raw is null or bool or Guid)
            throw operand.Expected("a text, number, date or time (other values compare with eq and ne only)");
        if (condition.Operator is FilterOperator.Like or FilterOperator.NotLike && value.AsText() is null)
            throw operand.Expected("a text in quotes (like and notlike compare with patterns)");
        return new Condition(condition.Column, condition.Operator, value);
    }

    private FieldValue ValueOf(FilterToken placeholder)
    {
        if (placeholders.TryGetValue(placeholder.Value, out var value))
            return value;
        var known = string.Join(", ", placeholders.Keys.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"));
        throw placeholder.Expected(known.Length == 0 ? "a value, as no placeholder is known here" : $"a known placeholder: {known}");
    }
}
