using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Posted documents of the companion.
internal static class PostedPages
{
    private const string InvoiceLineSet = "postedInvoiceLines";
    private const string ShipmentLineSet = "postedShipmentLines";

    public static BcPage Invoices(PageSources sources) =>
        new PageBuilder("postedInvoices", "postedInvoice", PostedInvoiceTable.Table)
            .Id().OwnColumns(editable: false)
            .Computed("remainingAmount", ColumnType.Decimal, row => sources.Ledger.RemainingOf(row))
            .Computed("closed", ColumnType.Boolean, row => sources.Ledger.RemainingOf(row) == 0m)
            .SystemColumns()
            .ThroughVariables("workDescription", "totalTaxAmount")
            .Leads(InvoiceLineSet, InvoiceLineSet, true, row =>
                sources.Documents.Parts(PostedInvoiceLineTable.Table, PostedInvoiceLineTable.DocumentId, row))
            .Build(shows: row => !DraftInvoices.IsDraft(row));

    public static BcPage InvoiceLines(DocumentSources sources) => new PageBuilder(InvoiceLineSet, "postedInvoiceLine", PostedInvoiceLineTable.Table)
        .Id().OwnColumns(editable: false).SystemColumns().Below(PostedInvoiceLineTable.DocumentId)
        .Build(shows: line => sources.Find(PostedInvoiceTable.Table, (Guid)line[PostedInvoiceLineTable.DocumentId]!) is { } invoice
            && !DraftInvoices.IsDraft(invoice));

    public static BcPage Shipments(DocumentSources sources) =>
        new PageBuilder("postedShipments", "postedShipment", PostedShipmentTable.Table)
            .Id().OwnColumns(editable: false).SystemColumns()
            .ThroughVariables("workDescription")
            .Leads(ShipmentLineSet, ShipmentLineSet, true, row =>
                sources.Parts(PostedShipmentLineTable.Table, PostedShipmentLineTable.DocumentId, row))
            .Build();

    public static BcPage ShipmentLines() => new PageBuilder(ShipmentLineSet, "postedShipmentLine", PostedShipmentLineTable.Table)
        .Id().OwnColumns(editable: false).SystemColumns().Below(PostedShipmentLineTable.DocumentId).Build();

    public static BcPage Notes() => new PageBuilder("salesNotes", "salesNote", SalesNoteTable.Table)
        .Id(editableOnCreate: true)
        .OnCreate(SalesNoteTable.DocumentId)
        .Writable(SalesNoteTable.Subject, SalesNoteTable.Text)
        .OnCreate(SalesNoteTable.CreatedAt)
        .SystemColumns()
        .ThroughVariables("text")
        .Below(SalesNoteTable.DocumentId)
        .Build(Rights.All);
}
