using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.OData;

// Reads and checks the query options of a request against the system's model.
internal sealed class EntityQueryParser(EntityModel model, IReadOnlyDictionary<string, EntitySet> sets, FilterDialect dialect)
{
    // A look at the parsed filter before it is compiled: refuse by QueryException, or answer another one (null = none).
    public Func<SingleValueNode, EntitySet, SingleValueNode?>? ReviewFilter { get; init; }

    public EntityQuery Parse(EntitySet set, IReadOnlyDictionary<string, string> options)
    {
        var edmSet = model.Edm.EntityContainer.FindEntitySet(set.Name);
        var known = options.Where(option =>
            option.Key is "$filter" or "$select" or "$orderby" or "$top" or "$skip" or "$count" or "$expand")
            .ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal);
        try
        {
            var parser = new ODataQueryOptionParser(model.Edm, edmSet.EntityType, edmSet, known);
            parser.Settings.MaximumExpansionDepth = 5;
            return FromClauses(
                set, parser.ParseFilter(), parser.ParseOrderBy(), model.Selection(set.Name, known, parser.ParseSelectAndExpand),
                parser.ParseTop(), parser.ParseSkip(), parser.ParseCount());
        }
        catch (ODataException exception)
        {
            throw new QueryException(exception.Message, exception);
        }
    }

    private EntityQuery FromClauses(
        EntitySet set, FilterClause? filter, OrderByClause? orderBy, SelectExpandClause? select, long? top, long? skip, bool? count)
    {
        var expression = filter?.Expression;
        if (expression is not null && ReviewFilter is not null)
        {
            expression = ReviewFilter(expression, set);
        }

        return new EntityQuery(set)
        {
            Filter = expression is null ? null : new FilterCompiler(set, dialect).Compile(expression),
            Bounds = expression is null ? [] : new BoundFinder(set, dialect).Find(expression),
            Order = [.. OrderTerms(set, orderBy)],
            Select = SelectedProperties(set, select),
            Expand = [.. Expansions(set, select)],
            Top = top is null ? null : (int)Math.Min(top.Value, int.MaxValue),
            Skip = (int)Math.Min(skip ?? 0, int.MaxValue),
            Count = count ?? false,
        };
    }

    private static IEnumerable<OrderTerm> OrderTerms(EntitySet set, OrderByClause? clause)
    {
        for (; clause is not null; clause = clause.ThenBy)
        {
            var expression = clause.Expression is ConvertNode convert ? convert.Source : clause.Expression;
            if (expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access)
            {
                throw new QueryException("Only properties of the set itself can be ordered by.");
            }

            yield return new OrderTerm(set.Find(access.Property.Name)!, clause.Direction == OrderByDirection.Descending);
        }
    }

    private static Property[]? SelectedProperties(EntitySet set, SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected || clause.SelectedItems.Any(item => item is WildcardSelectItem))
        {
            return null;
        }

        return [.. clause.SelectedItems.OfType<PathSelectItem>()
            .Select(item => item.SelectedPath.FirstSegment).OfType<PropertySegment>()
            .Select(segment => set.Find(segment.Property.Name)!).Distinct()];
    }

    private IEnumerable<Expansion> Expansions(EntitySet set, SelectExpandClause? clause)
    {
        foreach (var item in clause?.SelectedItems.OfType<ExpandedNavigationSelectItem>() ?? [])
        {
            var name = ((NavigationPropertySegment)item.PathToNavigationProperty.LastSegment).NavigationProperty.Name;
            var navigation = set.Navigations.First(candidate => candidate.Name == name);
            var target = sets[navigation.TargetSet];
            yield return new Expansion(
                navigation,
                FromClauses(
                    target, item.FilterOption, item.OrderByOption, item.SelectAndExpand, item.TopOption, item.SkipOption,
                    item.CountOption));
        }
    }
}
