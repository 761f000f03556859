using BcSalesSync.Sandbox.Tables;
using Microsoft.OData.Edm;

namespace BcSalesSync.Sandbox.OData;

// Makes the EDM model of a system from its entity sets; the caller may add functions and containment to it.
internal sealed class EdmModelBuilder(string ns)
{
    private readonly EdmModel _model = new();
    private readonly Dictionary<string, EdmEntityType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EdmEnumType> _enums = new(StringComparer.Ordinal);

    public EdmModel Build(IReadOnlyList<EntitySet> sets)
    {
        var container = new EdmEntityContainer(ns, "Container");
        _model.AddElement(container);
        foreach (var set in sets)
        {
            AddType(set);
        }

        var edmSets = sets.ToDictionary(set => set.Name, set => container.AddEntitySet(set.Name, _types[set.TypeName]),
            StringComparer.Ordinal);
        var typeOfSet = sets.ToDictionary(set => set.Name, set => _types[set.TypeName], StringComparer.Ordinal);
        foreach (var set in sets)
        {
            foreach (var navigation in set.Navigations)
            {
                AddNavigation(navigation, typeOfSet, edmSets, set);
            }
        }

        return _model;
    }

    private static void AddNavigation(
        Navigation navigation, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> sets, EntitySet from)
    {
        var type = types[from.Name];
        var property = type.FindProperty(navigation.Name) as IEdmNavigationProperty
            ?? type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = navigation.Name,
                Target = types[navigation.TargetSet],
                TargetMultiplicity = navigation.IsCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
            });
        sets[from.Name].AddNavigationTarget(property, sets[navigation.TargetSet]);
    }

    private void AddType(EntitySet set)
    {
        if (_types.ContainsKey(set.TypeName))
        {
            return;
        }

        var type = new EdmEntityType(ns, set.TypeName);
        _model.AddElement(type);
        _types.Add(set.TypeName, type);
        foreach (var property in set.Properties)
        {
            var isKey = property == set.Key;
            var edm = type.AddStructuralProperty(property.Name, TypeOf(set, property, nullable: !isKey && !set.Table.BlanksForNulls));
            if (isKey)
            {
                type.AddKeys(edm);
            }
        }
    }

    private IEdmTypeReference TypeOf(EntitySet set, Property property, bool nullable)
    {
        var core = EdmCoreModel.Instance;
        return property.Type switch
        {
            ColumnType.Text or ColumnType.Code => property.MaxLength > 0
                ? core.GetString(false, property.MaxLength, true, true)
                : core.GetString(true),
            ColumnType.Option => new EdmEnumTypeReference(EnumOf(set, property), nullable),
            ColumnType.Guid => core.GetGuid(nullable),
            ColumnType.Choice or ColumnType.Integer => core.GetInt32(nullable),
            ColumnType.BigInteger => core.GetInt64(nullable),
            ColumnType.Decimal => EdmCoreModel.Instance.GetDecimal(nullable),
            ColumnType.Boolean => core.GetBoolean(nullable),
            ColumnType.DateTime => core.GetDateTimeOffset(nullable),
            ColumnType.Date => core.GetDate(nullable),
            _ => throw new ArgumentOutOfRangeException(nameof(property)),
        };
    }

    private EdmEnumType EnumOf(EntitySet set, Property property)
    {
        var name = set.TypeName + "_" + property.Name;
        if (!_enums.TryGetValue(name, out var type))
        {
            type = new EdmEnumType(ns, name);
            for (var i = 0; i < property.Options.Count; i++)
            {
                type.AddMember(OptionName.Encode(property.Options[i]), new EdmEnumMemberValue(i));
            }

            _model.AddElement(type);
            _enums.Add(name, type);
        }

        return type;
    }
}
