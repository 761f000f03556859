using BcSalesSync.Sandbox;
using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Companion.Tests.Contract;

// What the sandbox serves as the companion API, in the sentences of the app's pages.
internal static class SandboxFacts
{
    public static IReadOnlyList<BcPage> Pages { get; } = Make();

    public static IEnumerable<string> Of(BcPage page)
    {
        var set = page.Set.Name;
        yield return Facts.Set(set, page.Set.TypeName, page.CanInsert, page.CanModify, page.CanDelete);
        yield return Facts.Source(set, page.Set.Table.Number);
        yield return Facts.Key(set, page.Set.Key.Name);
        foreach (var property in page.Set.Properties)
            yield return OfProperty(page, property);
        foreach (var navigation in page.Set.Navigations)
            yield return Facts.Part(set, navigation.Name, navigation.TargetSet);
        foreach (var (name, action) in page.Actions)
            yield return Facts.Action(set, name, action.AnswersId);
    }

    private static IReadOnlyList<BcPage> Make()
    {
        var world = SandboxWorld.Create(new SandboxOptions());
        return CompanionPages.Make(new PageSources(world.Store, world.Clock));
    }

    private static string OfProperty(BcPage page, Property property)
    {
        var field = page.Find(property.Name)!;
        return Facts.Property(
            page.Set.Name,
            property.Name,
            property.Type switch
            {
                ColumnType.Option => Facts.Option(property.Options),
                ColumnType.Text or ColumnType.Code => Facts.Sized(property.Type.ToString(), property.MaxLength),
                _ => property.Type.ToString(),
            },
            field.EditableOnCreate && page.CanInsert,
            field.Editable && page.CanModify,
            !field.IsPageVariable);
    }
}
