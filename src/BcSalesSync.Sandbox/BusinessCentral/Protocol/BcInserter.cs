using System.Text.Json;
using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Makes a row out of a body, and out of arrays in it the rows of its parts (deep insert, wire-bc 3.3).
internal sealed class BcInserter(BcApi api, RecordWriter writer)
{
    // The page of a part that hangs below a row; null when there is none of the name.
    public static BcPage? PartOf(BcApi api, BcPage page, string part) =>
        page.Set.Navigations.FirstOrDefault(candidate => candidate.Name == part) is { IsCollection: true } navigation
        && api.Find(navigation.TargetSet) is { Parent: not null } target
            ? target
            : null;

    public Row Insert(BcPage page, JsonElement body, Guid? parent)
    {
        var draft = writer.New(page.Set.Table, BcBodyReader.ChosenId(page, body));
        foreach (var (column, value) in page.Presets)
        {
            draft[column] = value;
        }

        if (page.Parent is { } parentColumn && (parent ?? ParentOf(parentColumn, body)) is { } owner)
        {
            writer.Validate(draft, parentColumn, owner);
        }

        new BcBodyReader(api, page, writer).Apply(draft, body);
        var row = writer.Insert(draft);
        foreach (var property in body.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array))
        {
            if (PartOf(api, page, property.Name) is { } part)
            {
                foreach (var child in property.Value.EnumerateArray())
                {
                    Insert(part, child, row.Id);
                }
            }
        }

        return row;
    }

    // A line names its document before anything else, wherever it stands in the body.
    private static Guid? ParentOf(Column column, JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(column.Name, out var given) && given.TryGetGuid(out var id)
            ? id
            : null;
}
