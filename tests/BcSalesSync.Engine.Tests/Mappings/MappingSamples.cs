using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Tests.Mappings;

/// <summary>Mappings and tables for tests.</summary>
internal static class MappingSamples
{
    public static BcSyncSetup Team { get; } = new() { OwnershipModel = OwnershipModel.Team };

    public static BcSyncSetup Person { get; } = new() { OwnershipModel = OwnershipModel.Person };

    public static TableMapping Default(string name) => DefaultMappings.For(Person).Single(mapping => mapping.Name == name);

    public static TableMapping With(SyncDirection direction, params FieldMapping[] fields) =>
        new() { Name = "SAMPLE", BcTable = "samples", SalesTable = "sample", Direction = direction, Fields = fields };

    public static FieldMapping Row(string name, SyncDirection direction) =>
        new() { BcField = name, SalesField = name, Direction = direction };

    /// <summary>Tables that offer every column of a mapping, changed as the test wants.</summary>
    public static OfferedTables Offering(
        TableMapping mapping,
        int tier = 2,
        Func<ColumnSchema, ColumnSchema?>? bc = null,
        Func<ColumnSchema, ColumnSchema?>? sales = null) =>
        new(
            Table(mapping.BcTable, mapping.Fields.Select(field => field.BcField).Append("blocked").Append("companyNumber"), bc),
            Table(mapping.SalesTable, mapping.Fields.Select(field => field.SalesField).Append("statecode"), sales),
            tier);

    private static TableSchema Table(string name, IEnumerable<string?> columns, Func<ColumnSchema, ColumnSchema?>? change) => new()
    {
        Name = name,
        Columns = columns
            .OfType<string>()
            .Where(column => ReferenceType.ReferenceOf(column) is null)
            .Distinct()
            .Select(column => new ColumnSchema { Name = column, Kind = FieldKind.Text })
            .Select(column => change is null ? column : change(column))
            .OfType<ColumnSchema>()
            .ToDictionary(column => column.Name),
    };
}
