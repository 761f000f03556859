using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Notes on sales documents: the companion's copies of the record links in which Business Central keeps them.
internal static class SalesNoteTable
{
    public static readonly Column DocumentId = Column.Guid("documentId");
    public static readonly Column Subject = Column.Text("subject", 250);
    public static readonly Column Text = Column.Text("text", 0);
    public static readonly Column CreatedAt = Column.DateTime("createdAt");

    public static readonly Table Table = BcTable.MakeOrdered(
        60102, "Record Link", "salesNotes", CreatedAt, [], [DocumentId, Subject, Text, CreatedAt]);
}
