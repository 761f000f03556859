using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>A column that API v2.0 does not offer in a table but in another one, reached through an id (spec/wire-bc.md 8.2).</summary>
/// <param name="Table">Table that lacks the column.</param>
/// <param name="Schema">The column as mappings know it.</param>
/// <param name="Through">Column of that table with the id of the other row; "id" when both rows are the same record.</param>
/// <param name="Source">Table that offers it.</param>
/// <param name="SourceColumn">Its name there.</param>
internal sealed record BorrowedColumn(string Table, ColumnSchema Schema, string Through, string Source, string SourceColumn)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BorrowedColumn> Known { get; } =
    [
        Code("customers", "paymentTermsCode", "paymentTermsId", "paymentTerms"),
        Code("customers", "shipmentMethodCode", "shipmentMethodId", "shipmentMethods"),
        Code("vendors", "paymentTermsCode", "paymentTermsId", "paymentTerms"),
        OfContact("firstName", "firstName", FieldKind.Text),
        OfContact("surname", "lastName", FieldKind.Text),
        OfContact("customerId", "customerId", FieldKind.UniqueId),
    ];

    public string Name => Schema.Name;

    private static BorrowedColumn Code(string table, string column, string through, string source) =>
        new(table, new ColumnSchema { Name = column, Kind = FieldKind.Code, MaxLength = 10 }, through, source, "code");

    // Contacts come into being without these, so they are only read.
    private static BorrowedColumn OfContact(string column, string sourceColumn, FieldKind kind)
    {
        var schema = new ColumnSchema { Name = column, Kind = kind, CanCreate = false, CanUpdate = false };
        return new BorrowedColumn("contacts", schema, "id", "customerContacts", sourceColumn);
    }
}
