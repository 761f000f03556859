using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// What API v2.0 keeps beside a document (wire-bc 5.2): a row of the same id, stamped when header or lines change.
internal static class DocumentBufferTable
{
    public static readonly Column Number = Column.Code("number", 20);

    public static readonly Table Table = BcTable.MakeOrdered(
        5495, "Sales Order Entity Buffer", "salesDocumentBuffers", Number, [], [Number]);
}
