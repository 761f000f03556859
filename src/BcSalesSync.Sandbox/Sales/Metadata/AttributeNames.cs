using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// What the metadata service calls the kinds of columns.
internal static class AttributeNames
{
    private static readonly Dictionary<FieldKind, string> Types = new()
    {
        [FieldKind.UniqueId] = "Uniqueidentifier",
        [FieldKind.Text] = "String",
        [FieldKind.Memo] = "Memo",
        [FieldKind.Integer] = "Integer",
        [FieldKind.BigInteger] = "BigInt",
        [FieldKind.Decimal] = "Decimal",
        [FieldKind.Money] = "Money",
        [FieldKind.Boolean] = "Boolean",
        [FieldKind.DateTime] = "DateTime",
        [FieldKind.DateOnly] = "DateTime",
        [FieldKind.Choice] = "Picklist",
        [FieldKind.State] = "State",
        [FieldKind.Status] = "Status",
        [FieldKind.Lookup] = "Lookup",
        [FieldKind.Customer] = "Customer",
        [FieldKind.Owner] = "Owner",
        [FieldKind.TableName] = "EntityName",
    };

    public static IEnumerable<string> AllTypes => Types.Values.Distinct();

    public static IEnumerable<string> CastNames => Types.Keys.Select(CastOf).Distinct().Where(name => name != "AttributeMetadata");

    public static string TypeOf(FieldKind kind) => Types[kind];

    // "StringAttributeMetadata" and the like; an id has no type of its own.
    public static string CastOf(FieldKind kind) => kind switch
    {
        FieldKind.UniqueId => "AttributeMetadata",
        FieldKind.BigInteger => "BigIntAttributeMetadata",
        FieldKind.Customer or FieldKind.Owner => "LookupAttributeMetadata",
        _ => Types[kind] + "AttributeMetadata",
    };

    public static string[] OwnProperties(string cast) => cast switch
    {
        "StringAttributeMetadata" => ["MaxLength", "Format"],
        "MemoAttributeMetadata" => ["MaxLength"],
        "DecimalAttributeMetadata" or "MoneyAttributeMetadata" => ["Precision", "MinValue", "MaxValue"],
        "IntegerAttributeMetadata" => ["MinValue", "MaxValue"],
        "DateTimeAttributeMetadata" => ["Format", "DateTimeBehavior"],
        "LookupAttributeMetadata" => ["Targets"],
        _ => [],
    };

    public static bool HasOptions(string cast) =>
        cast is "PicklistAttributeMetadata" or "StateAttributeMetadata" or "StatusAttributeMetadata" or "BooleanAttributeMetadata";
}
