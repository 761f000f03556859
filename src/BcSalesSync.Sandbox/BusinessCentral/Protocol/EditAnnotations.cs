using BcSalesSync.Sandbox.BusinessCentral.Pages;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Tells in $metadata which properties a client may write (wire-bc 3.3).
internal static class EditAnnotations
{
    private static readonly EdmTerm AllowEdit = new("NAV", "AllowEdit", EdmPrimitiveTypeKind.Boolean);
    private static readonly EdmTerm AllowEditOnCreate = new("NAV", "AllowEditOnCreate", EdmPrimitiveTypeKind.Boolean);

    public static void Add(EdmModel model, BcPage page)
    {
        var type = model.EntityContainer.FindEntitySet(page.Set.Name).EntityType;
        foreach (var property in page.Set.Properties)
        {
            var field = page.Find(property.Name)!;
            var target = type.FindProperty(property.Name);
            Annotate(model, target, AllowEdit, field.Editable && page.CanModify);
            Annotate(model, target, AllowEditOnCreate, field.EditableOnCreate && page.CanInsert);
        }
    }

    private static void Annotate(EdmModel model, IEdmProperty target, IEdmTerm term, bool value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, new EdmBooleanConstant(value));
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
