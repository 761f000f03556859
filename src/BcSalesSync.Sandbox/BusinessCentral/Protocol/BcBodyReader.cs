using System.Text.Json;
using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Carries the properties of a body into a record, validating each in the order it appears (wire-bc 3.3).
internal sealed class BcBodyReader(BcApi api, BcPage page, RecordWriter writer)
{
    public static Guid? ChosenId(BcPage page, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("id", out var id)
            || page.Find("id") is not { EditableOnCreate: true })
        {
            return null;
        }

        return ValueReader.TryRead(id, Tables.ColumnType.Guid, out var value) && value is Guid guid && guid != Guid.Empty
            ? guid
            : throw Unreadable("id", "Edm.Guid");
    }

    public void Apply(RowDraft draft, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw BcException.Refused("BadRequest", "The body of the request must be a JSON object.");
        }

        foreach (var property in body.EnumerateObject())
        {
            if (!property.Name.StartsWith('@') && !IsNested(draft, property))
            {
                ApplyOne(draft, property);
            }
        }

        CheckTwins(draft, body);
    }

    // The rows of a part come with a new row only, and are inserted after it.
    private bool IsNested(RowDraft draft, JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Array || BcInserter.PartOf(api, page, property.Name) is null)
        {
            return false;
        }

        return draft.IsNew ? true : throw BcException.Refused(
            "BadRequest", $"Deep updates of the navigation property '{property.Name}' are not supported.");
    }

    private static BcException Unreadable(string property, string type) =>
        BcException.Refused("BadRequest", $"Cannot convert the value of the property '{property}' to the type '{type}'.");

    private void ApplyOne(RowDraft draft, JsonProperty property)
    {
        var field = page.Find(property.Name) ?? throw BcException.Refused(
            "BadRequest", $"The property '{property.Name}' does not exist on type 'Microsoft.NAV.{page.Set.TypeName}'.");
        if (!(field.Editable || (draft.IsNew && field.EditableOnCreate)))
        {
            throw BcException.Refused("BadRequest_InvalidOperation", $"Control '{property.Name}' is read-only.");
        }

        if (!ValueReader.TryRead(property.Value, field.Property.Type, out var value) || value is null)
        {
            throw Unreadable(property.Name, field.Property.Type.ToString());
        }

        if (field.Write is { } write)
        {
            write(writer, draft, value);
        }
        else if (field.Property.Column != draft.Table.Stamps.Id)
        {
            writer.Validate(draft, field.Property.Column!, value);
        }
    }

    // An id and a code for the same thing must agree (wire-bc 5.1).
    private void CheckTwins(RowDraft draft, JsonElement body)
    {
        foreach (var relation in TableRelation.Of(draft.Table).Where(relation => relation.IdTwin is not null))
        {
            if (body.TryGetProperty(relation.Code.Name, out _) && body.TryGetProperty(relation.IdTwin!.Name, out var sent)
                && page.Find(relation.Code.Name) is not null && sent.TryGetGuid(out var id) && id != (Guid)draft[relation.IdTwin]!)
            {
                throw BcException.Dialog($"The \"{relation.IdTwin.Name}\" does not match to a {relation.Related.Caption}.");
            }
        }
    }
}
