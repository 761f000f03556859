using System.Text.Json;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Actions;

// The parameters of an action, read from the body of its request.
internal sealed class ActionBody(string action, JsonElement body)
{
    public int? FindNumber(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } given when given.TryGetInt32(out var number) => number,
        _ => throw Wrong(name, "a whole number"),
    };

    public int Number(string name) => FindNumber(name) ?? throw Missing(name);

    public string Text(string name) => Find(name) switch
    {
        null => throw Missing(name),
        { ValueKind: JsonValueKind.String } given => given.GetString()!,
        _ => throw Wrong(name, "a text"),
    };

    public bool Flag(string name) => Find(name) switch
    {
        null => throw Missing(name),
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "true or false"),
    };

    // The id of the document the parameter named after its table tells: "QuoteId", "SalesOrderId", "InvoiceId".
    public Guid Document(DocumentKind kind)
    {
        var name = kind == DocumentKind.Order ? "SalesOrderId" : kind.Header.DisplayName + "Id";
        return Guid.TryParse(Text(name), out var id) ? id : throw Wrong(name, "an id");
    }

    public JsonElement Row(string name) => Find(name) switch
    {
        null => throw Missing(name),
        { ValueKind: JsonValueKind.Object } given => given,
        _ => throw Wrong(name, "an object"),
    };

    // The text of a label in the language of the organisation.
    public string Label(string name)
    {
        var given = Row(name);
        var texts = given.TryGetProperty("LocalizedLabels", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(IsInLanguage).Select(label => label.GetProperty("Label").GetString()).ToList()
            : [];
        return texts is [{ Length: > 0 } text] ? text
            : throw SalesError.Argument($"The parameter '{name}' of {action} has no label in the language {OptionEditor.Language}.");
    }

    // The choice column that EntityLogicalName and AttributeLogicalName name.
    public (SalesTable Table, Field Field) ChoiceColumn()
    {
        var tableName = Text("EntityLogicalName");
        var table = SalesSchema.FindName(tableName)
            ?? throw SalesError.Refused("0x80041102", $"The entity with a name = '{tableName}' was not found in the MetadataCache.");
        var name = Text("AttributeLogicalName");
        var field = table.Find(name) ?? throw SalesError.NoSuchAttribute(table, name);
        return field is { Kind: FieldKind.Choice, Choices.Count: > 0 }
            ? (table, field)
            : throw SalesError.Argument($"The column '{name}' of the table '{tableName}' has no options that can be changed.");
    }

    private static bool IsInLanguage(JsonElement label) =>
        label.ValueKind == JsonValueKind.Object
        && label.TryGetProperty("LanguageCode", out var code) && code.ValueKind == JsonValueKind.Number
        && code.TryGetInt32(out var language) && language == OptionEditor.Language
        && label.TryGetProperty("Label", out var text) && text.ValueKind == JsonValueKind.String;

    private JsonElement? Find(string name) =>
        body.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;

    private SalesException Missing(string name) => SalesError.Argument($"The parameter '{name}' of {action} is missing.");

    private SalesException Wrong(string name, string expected) =>
        SalesError.OData($"The parameter '{name}' of {action} must be {expected}.");
}
