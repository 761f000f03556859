using BcSalesSync.Sandbox.Sales.Reading;
using Microsoft.OData.Edm;

namespace BcSalesSync.Sandbox.Sales.Metadata;

// The types of the metadata service: what can be selected, filtered and expanded below EntityDefinitions.
internal static class MetadataModel
{
    private static readonly EdmModel Model = new();
    private static readonly EdmEnumType AttributeTypes = EnumOf("AttributeTypeCode", AttributeNames.AllTypes);
    private static readonly EdmEntityType OptionSet = Type("OptionSetMetadata", null, ["Name", "OptionSetType"], ["IsGlobal"], ["Options"]);

    public static readonly EdmEntityType Attribute = AttributeType();

    public static readonly EdmEntityType Relationship = Type(
        "OneToManyRelationshipMetadata", null,
        [
            "SchemaName", "ReferencingAttribute", "ReferencingEntity", "ReferencedEntity", "ReferencedAttribute",
            "ReferencingEntityNavigationPropertyName", "ReferencedEntityNavigationPropertyName",
        ],
        ["IsCustomRelationship"], []);

    public static readonly EdmEntityType Key = Type(
        "EntityKeyMetadata", null, ["LogicalName", "SchemaName", "EntityLogicalName", "EntityKeyIndexStatus"], [], ["KeyAttributes"]);

    public static readonly EdmEntityType Entity = EntityType();

    private static readonly Dictionary<string, EdmEntityType> Casts = CastTypes().ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEdmModel Edm => Model;

    // The attribute type of a cast segment such as "Microsoft.Dynamics.CRM.StringAttributeMetadata"; null when there is none.
    public static EdmEntityType? FindCast(string segment) =>
        segment.StartsWith(SalesModel.Namespace + ".", StringComparison.Ordinal)
            ? Casts.GetValueOrDefault(segment[(SalesModel.Namespace.Length + 1)..])
            : null;

    private static EdmEntityType EntityType()
    {
        var type = Type(
            "EntityMetadata", null,
            [
                "LogicalName", "SchemaName", "EntitySetName", "LogicalCollectionName", "CollectionSchemaName", "PrimaryIdAttribute",
                "PrimaryNameAttribute", "OwnershipType",
            ],
            ["ChangeTrackingEnabled", "IsOptimisticConcurrencyEnabled", "IsCustomEntity", "IsActivity"], ["DisplayName", "Privileges"]);
        type.AddStructuralProperty("ObjectTypeCode", EdmPrimitiveTypeKind.Int32);
        Navigate(type, "Attributes", Attribute, EdmMultiplicity.Many);
        Navigate(type, "ManyToOneRelationships", Relationship, EdmMultiplicity.Many);
        Navigate(type, "Keys", Key, EdmMultiplicity.Many);
        return type;
    }

    private static EdmEntityType AttributeType()
    {
        var type = Type(
            "AttributeMetadata", null, ["LogicalName", "SchemaName", "AttributeOf", "EntityLogicalName"],
            ["IsValidForCreate", "IsValidForRead", "IsValidForUpdate", "IsPrimaryId", "IsPrimaryName", "IsCustomAttribute", "IsLogical"],
            ["AttributeTypeName", "RequiredLevel", "DisplayName"]);
        type.AddStructuralProperty("AttributeType", new EdmEnumTypeReference(AttributeTypes, true));
        return type;
    }

    private static IEnumerable<EdmEntityType> CastTypes()
    {
        foreach (var name in AttributeNames.CastNames)
        {
            var type = Type(name, Attribute, [], [], AttributeNames.OwnProperties(name));
            if (AttributeNames.HasOptions(name))
            {
                Navigate(type, "OptionSet", OptionSet, EdmMultiplicity.ZeroOrOne);
                Navigate(type, "GlobalOptionSet", OptionSet, EdmMultiplicity.ZeroOrOne);
            }

            yield return type;
        }
    }

    private static EdmEntityType Type(string name, EdmEntityType? parent, string[] texts, string[] flags, string[] others)
    {
        var type = new EdmEntityType(SalesModel.Namespace, name, parent);
        if (parent is null)
        {
            type.AddKeys(type.AddStructuralProperty("MetadataId", EdmPrimitiveTypeKind.Guid, false));
        }

        Array.ForEach(texts, text => type.AddStructuralProperty(text, EdmPrimitiveTypeKind.String));
        Array.ForEach(flags, flag => type.AddStructuralProperty(flag, EdmPrimitiveTypeKind.Boolean));
        Array.ForEach(others, other => type.AddStructuralProperty(other, EdmCoreModel.Instance.GetUntyped()));
        Model.AddElement(type);
        return type;
    }

    private static void Navigate(EdmEntityType from, string name, EdmEntityType to, EdmMultiplicity multiplicity) =>
        from.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = name, Target = to, TargetMultiplicity = multiplicity });

    private static EdmEnumType EnumOf(string name, IEnumerable<string> members)
    {
        var type = new EdmEnumType(SalesModel.Namespace, name);
        foreach (var member in members)
        {
            type.AddMember(member, new EdmEnumMemberValue(type.Members.Count()));
        }

        Model.AddElement(type);
        return type;
    }
}
