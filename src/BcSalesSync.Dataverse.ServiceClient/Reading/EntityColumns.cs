using System.Globalization;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Engine.Records;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Dataverse.ServiceClient.Reading;

/// <summary>Columns of a read, and the records that its rows become. Rows leave out what is empty; records do not.</summary>
internal sealed class EntityColumns
{
    private const string Version = "versionnumber";
    private const string Modified = "modifiedon";
    private readonly IReadOnlyList<AttributeDefinition> columns;

    private EntityColumns(TableDefinition table, IReadOnlyList<AttributeDefinition> columns)
    {
        Table = table;
        this.columns = columns;
        string[] stamps = [Version, Modified];
        Asked = new OrgColumns([.. columns.Select(column => column.Column.Name).Concat(stamps.Where(table.Attributes.ContainsKey)).Distinct()]);
    }

    /// <summary>The table.</summary>
    internal TableDefinition Table { get; }

    /// <summary>What is asked of the service, stamps included.</summary>
    internal OrgColumns Asked { get; }

    /// <summary>Selects columns of a table.</summary>
    /// <exception cref="Engine.Ports.Endpoints.EndpointException">The table has no such column to read.</exception>
    internal static EntityColumns Of(TableDefinition table, IEnumerable<string> names) => new(table, Selection.Of(table, names).Columns);

    /// <summary>A row as a record, with the version and the token that the Web API gives for the same row.</summary>
    internal Record ToRecord(OrgEntity row)
    {
        var version = row.RowVersion ?? (row.Values.GetValueOrDefault(Version) as long?)?.ToString(CultureInfo.InvariantCulture);
        return new Record
        {
            Id = row.Id,
            Version = version,
            ETag = version is null ? null : $"W/\"{version}\"",
            ModifiedAt = row.Values.GetValueOrDefault(Modified) is DateTime time ? TimeOf(time) : null,
            Values = columns.ToDictionary(column => column.Column.Name, column => ValueOf(row, column)),
        };
    }

    private FieldValue ValueOf(OrgEntity row, AttributeDefinition column) => column.Column.Name == Table.IdAttribute
        ? FieldValue.Id(row.Id)
        : row.Values.GetValueOrDefault(column.Column.Name) switch
        {
            string text => FieldValue.Text(text),
            bool flag => FieldValue.Boolean(flag),
            int or long or decimal or double => FieldValue.Number(Convert.ToDecimal(row.Values[column.Column.Name], CultureInfo.InvariantCulture)),
            OrgMoney money => FieldValue.Number(money.Value),
            OrgChoice choice => FieldValue.Number(choice.Value),
            OrgReference reference => FieldValue.Reference(reference.Table, reference.Id),
            Guid id => FieldValue.Id(id),
            DateTime time when column.Column.Kind == FieldKind.Date => FieldValue.Date(DateOnly.FromDateTime(time)),
            DateTime time => FieldValue.Time(TimeOf(time)),
            _ => FieldValue.Empty,
        };

    private static DateTimeOffset TimeOf(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
