using System.Text.RegularExpressions;
using BcSalesSync.Companion.Tests.Al;

namespace BcSalesSync.Companion.Tests.Contract;

// What an API page promises, in sentences that can be compared with those about the sandbox.
internal sealed partial class AlFacts(AlTables tables)
{
    // A date formula travels as text.
    private const int DateFormulaLength = 32;

    public IEnumerable<string> Of(AlPage page)
    {
        var set = page.EntitySet;
        yield return Facts.Set(set, page.Entity, page.Allows("Insert"), page.Allows("Modify"), page.Allows("Delete"));
        yield return Facts.Source(set, tables.Numbers[page.SourceTable]);
        yield return Facts.Key(set, page.Fields[0].Name);
        foreach (var field in page.Fields)
            yield return OfField(page, field);
        foreach (var (name, target) in page.Parts)
            yield return Facts.Part(set, name, target);
        foreach (var (name, returns) in page.Actions)
            yield return Facts.Action(set, name, returns == "Guid");
    }

    private string OfField(AlPage page, AlField field)
    {
        var isEditable = !field.IsLocked && (field.TableField is null || tables.IsEditable(page.SourceTable, field.TableField));
        var isFixed = field.IsForCreateOnly || field.TableField == "SystemId";
        var isOffered = field.TableField != "SystemId" || field.Body.Contains("Editable = true;", StringComparison.Ordinal);
        return Facts.Property(
            page.EntitySet,
            field.Name,
            TypeOf(page, field),
            isEditable && isOffered && page.Allows("Insert"),
            isEditable && !isFixed && page.Allows("Modify"),
            canBeFiltered: field.TableField is not null);
    }

    private string TypeOf(AlPage page, AlField field)
    {
        var type = field.TableField is { } name ? tables.TypeOf(page.SourceTable, name) : page.TypeOfVariable(field.Source);
        if (tables.Members.TryGetValue(Prefix().Replace(type, ""), out var members))
            return Facts.Option(members);
        return Sized().Match(type) switch
        {
            { Success: true } sized => Facts.Sized(sized.Groups[1].Value, int.Parse(sized.Groups[2].Value, null)),
            _ when type == "DateFormula" => Facts.Sized("Text", DateFormulaLength),
            _ when type == "Text" => Facts.Sized("Text", 0),
            _ => type,
        };
    }

    [GeneratedRegex("^(?:Enum|Option) ")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(Code|Text)\[(\d+)\]$")]
    private static partial Regex Sized();
}
