using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>Makes the templates of a mapping ready for a pass.</summary>
internal static class PassTemplates
{
    /// <summary>The templates of the direction, in the order in which they are tried; columns this connection lacks are left out.</summary>
    public static IReadOnlyList<PassTemplate> Of(TableMapping mapping, SyncDirection direction, TableSchema destination, Guid? company) =>
    [
        .. (mapping.Templates ?? [])
            .Where(template => template.Direction == direction)
            .OrderBy(template => template.Priority)
            .Select(template => new PassTemplate(
                MappingFilters.Parse(template.Filter, company),
                [.. template.Values.Where(value => destination.Columns.ContainsKey(value.Key))
                    .Select(value => ToField(template, value.Key, value.Value, destination))])),
    ];

    private static PassField ToField(CreationTemplate template, string column, string value, TableSchema destination)
    {
        var row = new FieldMapping { Direction = template.Direction, Constant = value, OnCreateOnly = true, BuiltIn = true };
        row = template.Direction is SyncDirection.ToSales ? row with { SalesField = column } : row with { BcField = column };
        return new PassField(row, null, destination.Columns[column], TwoWay: false);
    }
}
