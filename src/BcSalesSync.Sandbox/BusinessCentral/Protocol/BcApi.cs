using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.OData;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// One API route: its pages, their model and the reading of queries against it.
internal sealed class BcApi
{
    private readonly Dictionary<string, BcPage> _pages;

    public BcApi(IReadOnlyList<BcPage> pages, EntityModel model)
    {
        _pages = pages.ToDictionary(page => page.Set.Name, StringComparer.Ordinal);
        Model = model;
        Dialect = new FilterDialect(StringComparison.Ordinal);
        Sets = pages.Select(page => page.Set).ToDictionary(set => set.Name, StringComparer.Ordinal);
    }

    public EntityModel Model { get; }

    public FilterDialect Dialect { get; }

    public IReadOnlyDictionary<string, EntitySet> Sets { get; }

    public IEnumerable<BcPage> Pages => _pages.Values;

    public BcPage? Find(string set) => _pages.GetValueOrDefault(set);

    public EntityQuery Parse(BcPage page, IReadOnlyDictionary<string, string> options)
    {
        var review = new FilterReview(page, options.GetValueOrDefault("$schemaversion"));
        var query = new EntityQueryParser(Model, Sets, Dialect) { ReviewFilter = review.Check }.Parse(page.Set, options);
        if (query.Order.FirstOrDefault(term => page.Find(term.Property.Name)!.IsPageVariable) is { } term)
        {
            throw new QueryException($"The property '{term.Property.Name}' cannot be used in $orderby.");
        }

        return query;
    }
}
