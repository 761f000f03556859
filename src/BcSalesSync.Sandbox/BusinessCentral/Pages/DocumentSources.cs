using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages of documents look up in lines and in what was posted.
internal sealed class DocumentSources(DataStore store)
{
    public IReadOnlyList<Row> LinesOf(Row header) => [.. SalesDocument.LinesOf(store, header.Id)];

    public object Sum(Row header, Column column) => SalesDocument.Sum(LinesOf(header), column);

    public object Tax(Row header) =>
        SalesDocument.Sum(LinesOf(header), SalesLineTable.AmountIncludingTax) - SalesDocument.Sum(LinesOf(header), SalesLineTable.Amount);

    public object LastShipmentDate(Row header) => store[PostedShipmentTable.Table].Index(PostedShipmentTable.OrderId).Equal(header.Id)
        .Max(shipment => (DateOnly?)shipment[PostedShipmentTable.ShipmentDate]) ?? DateOnly.MinValue;

    // When header or lines last changed.
    public object ChangedAt(Row header) => store[DocumentBufferTable.Table].Find(header.Id)?.ModifiedAt ?? header.ModifiedAt;

    public object IdOf(Table table, string key) =>
        key.Length > 0 && store[table].FindBy(table.KeyColumn, key) is { } row ? row.Id : Guid.Empty;

    public object UnitId(Row line) => IdOf(CodeTables.UnitOfMeasure, line.Text(SalesLineTable.Unit));

    public Row? Find(Table table, Guid id) => store[table].Find(id);

    public IEnumerable<Row> Parts(Table table, Column parent, Row row) => store[table].Index(parent).Equal(row.Id);
}
