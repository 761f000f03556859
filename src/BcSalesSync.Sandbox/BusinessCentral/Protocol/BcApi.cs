using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.OData;
using Microsoft.OData.Edm;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// One API route: its pages, their model and the reading of queries against it.
internal sealed class BcApi
{
    private const string Namespace = "Microsoft.NAV";

    private readonly Dictionary<string, BcPage> _pages;

    public BcApi(IReadOnlyList<BcPage> pages)
    {
        _pages = pages.ToDictionary(page => page.Set.Name, StringComparer.Ordinal);
        var sets = pages.Select(page => page.Set).ToDictionary(set => set.Name, StringComparer.Ordinal);
        var model = new EdmModelBuilder(Namespace).Build([.. sets.Values]);
        AddCompanyParts(model, sets.Keys);
        foreach (var page in pages)
        {
            EditAnnotations.Add(model, page);
        }

        Model = model;
        Document = new ModelDocument(model, hasDeclaration: false);
        Dialect = new FilterDialect(StringComparison.Ordinal);
        Sets = sets;
    }

    public IEdmModel Model { get; }

    public ModelDocument Document { get; }

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

    // Every set of a company is also reached through it: companies({id})/customers.
    private static void AddCompanyParts(EdmModel model, IEnumerable<string> sets)
    {
        if (model.FindDeclaredType(Namespace + ".company") is not EdmEntityType company)
        {
            return;
        }

        foreach (var set in sets.Where(set => set != "companies"))
        {
            company.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = set,
                Target = model.EntityContainer.FindEntitySet(set).EntityType,
                TargetMultiplicity = EdmMultiplicity.Many,
                ContainsTarget = true,
            });
        }
    }
}
