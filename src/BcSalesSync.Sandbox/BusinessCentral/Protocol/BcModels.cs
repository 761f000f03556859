using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.OData;
using Microsoft.OData.Edm;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// The models of both APIs. All sandboxes of a process have the same pages, so that each is made once.
internal static class BcModels
{
    private const string Namespace = "Microsoft.NAV";

    private static EntityModel? _standard;
    private static EntityModel? _companion;

    // The model of API v2.0, which has these pages.
    public static EntityModel Standard(IReadOnlyList<BcPage> pages) => LazyInitializer.EnsureInitialized(ref _standard, () => Make(pages));

    // The model of the companion API, which has these pages.
    public static EntityModel Companion(IReadOnlyList<BcPage> pages) => LazyInitializer.EnsureInitialized(ref _companion, () => Make(pages));

    private static EntityModel Make(IReadOnlyList<BcPage> pages)
    {
        var model = new EdmModelBuilder(Namespace).Build([.. pages.Select(page => page.Set)]);
        AddCompanyParts(model, pages.Select(page => page.Set.Name));
        foreach (var page in pages)
        {
            EditAnnotations.Add(model, page);
        }

        return new EntityModel(model, hasDeclaration: false);
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
