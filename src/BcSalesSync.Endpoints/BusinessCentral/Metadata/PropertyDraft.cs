using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Metadata;

/// <summary>A property while $metadata is being read; annotations may come long after it.</summary>
internal sealed class PropertyDraft(string name, string type, int? maxLength)
{
    private bool canCreate = !IsStamp(name);
    private bool canUpdate = !IsStamp(name) && name != "id";

    public string Name => name;

    public string Type => type;

    public bool IsCollection => type.StartsWith("Collection(", StringComparison.Ordinal);

    /// <summary>Takes in an annotation about writing; others do not matter.</summary>
    public void Apply(string? term, string? flag, string? member)
    {
        var isTrue = !string.Equals(flag, "false", StringComparison.OrdinalIgnoreCase);
        switch (term?[(term.LastIndexOf('.') + 1)..])
        {
            case "AllowEdit" when !isTrue:
                canUpdate = false;
                break;
            case "AllowEditOnCreate" when !isTrue:
                canCreate = false;
                break;
            case "Computed" when isTrue:
            case "Permissions" when member?.EndsWith("/Read", StringComparison.Ordinal) == true:
                canCreate = canUpdate = false;
                break;
            case "Immutable" when isTrue:
                canUpdate = false;
                break;
        }
    }

    public ColumnSchema Build(IReadOnlyList<OptionChoice>? choices) => new()
    {
        Name = name,
        Kind = choices is null ? KindOf() : FieldKind.Option,
        MaxLength = maxLength,
        CanCreate = canCreate,
        CanUpdate = canUpdate,
        Choices = choices ?? [],
    };

    private static bool IsStamp(string name) =>
        name == "lastModifiedDateTime" || name.StartsWith("system", StringComparison.Ordinal);

    private FieldKind KindOf() => type switch
    {
        "Edm.Decimal" or "Edm.Double" or "Edm.Single" or "Edm.Int64" or "Edm.Int32" or "Edm.Int16" or "Edm.Byte" => FieldKind.Number,
        "Edm.Boolean" => FieldKind.Boolean,
        "Edm.Date" => FieldKind.Date,
        "Edm.DateTimeOffset" => FieldKind.DateTime,
        "Edm.Guid" => FieldKind.UniqueId,
        _ => CodeColumns.Contains(name) ? FieldKind.Code : FieldKind.Text,
    };
}
