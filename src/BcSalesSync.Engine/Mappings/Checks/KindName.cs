using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>What columns hold, in words.</summary>
internal static class KindName
{
    public static string Of(FieldKind kind) => kind switch
    {
        FieldKind.Text => "a text",
        FieldKind.Code => "a code",
        FieldKind.Number => "a number",
        FieldKind.Boolean => "true or false",
        FieldKind.Date => "a date",
        FieldKind.DateTime => "a time",
        FieldKind.UniqueId => "an id",
        FieldKind.Option => "a choice",
        _ => "a reference",
    };
}
