using System.Collections;
using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Reads templates as people write them.</summary>
internal static class TemplateEdit
{
    /// <summary>The templates to store.</summary>
    public static IReadOnlyList<CreationTemplate>? Read(IReadOnlyList<BcCreationTemplate> templates) => templates.Count == 0
        ? null
        : [.. templates.Select(template => new CreationTemplate
        {
            Direction = template.Direction,
            Priority = template.Priority,
            Filter = template.Filter,
            Values = Texts(template.Values),
        })];

    /// <summary>The templates with filters in the stored syntax and columns as the tables write them; what is wrong stays as it is.</summary>
    public static IReadOnlyList<CreationTemplate>? Named(TableMapping mapping, OfferedTables offered) =>
        mapping.Templates is not { Count: > 0 } templates ? null : [.. templates.Select(template => Named(mapping, template, offered))];

    private static CreationTemplate Named(TableMapping mapping, CreationTemplate template, OfferedTables offered)
    {
        var toSales = template.Direction is SyncDirection.ToSales;
        var (source, destination) = toSales ? (offered.Bc, offered.Sales) : (offered.Sales, offered.Bc);
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in template.Values)
        {
            var column = ColumnNames.In(destination, name)!;
            values[column] = Stored(destination?.Columns.GetValueOrDefault(column), value, toSales);
        }

        return template with { Filter = FilterCheck.Read(mapping.Name, template.Source, template.Filter, source).Text, Values = values };
    }

    /// <summary>A choice may be given by its label, which Sales stores as a number and Business Central with its own case.</summary>
    internal static string Stored(ColumnSchema? column, string value, bool isSales)
    {
        if (column?.Kind is not FieldKind.Option)
            return value;
        var choice = column.Choices.FirstOrDefault(known => known.Label.Equals(value, StringComparison.OrdinalIgnoreCase));
        return choice is null ? value : isSales ? choice.Value.ToString(CultureInfo.InvariantCulture) : choice.Label;
    }

    private static Dictionary<string, string> Texts(IDictionary values) => values.Keys.Cast<object>().ToDictionary(
        key => Convert.ToString(key, CultureInfo.InvariantCulture)!,
        key => Convert.ToString(values[key], CultureInfo.InvariantCulture) ?? string.Empty);
}
