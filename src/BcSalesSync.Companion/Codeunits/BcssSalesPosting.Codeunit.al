/// <summary>
/// Posts sales documents and tells what came of it. A document that is still open is released on the way.
/// </summary>
codeunit 60103 "BCSS Sales Posting"
{
    Access = Internal;

    /// <summary>
    /// Ships a document and returns the id of the posted shipment; blank when nothing was shipped.
    /// </summary>
    procedure Ship(DocumentId: Guid): Guid
    var
        SalesHeader: Record "Sales Header";
        LastShipmentId: Guid;
        ShipmentId: Guid;
    begin
        SalesHeader.GetBySystemId(DocumentId);
        LastShipmentId := ShipmentOf(SalesHeader."No.");
        Post(SalesHeader, false);
        ShipmentId := ShipmentOf(SalesHeader."No.");
        if ShipmentId <> LastShipmentId then
            exit(ShipmentId);
    end;

    /// <summary>
    /// Ships and invoices a document and returns the id of the posted invoice; blank when nothing was invoiced.
    /// </summary>
    procedure ShipAndInvoice(DocumentId: Guid): Guid
    var
        SalesHeader: Record "Sales Header";
        LastInvoiceId: Guid;
        InvoiceId: Guid;
        DocumentType: Enum "Sales Document Type";
        DocumentNo: Code[20];
    begin
        SalesHeader.GetBySystemId(DocumentId);
        DocumentType := SalesHeader."Document Type";
        DocumentNo := SalesHeader."No.";
        LastInvoiceId := InvoiceOf(DocumentType, DocumentNo);
        Post(SalesHeader, true);
        InvoiceId := InvoiceOf(DocumentType, DocumentNo);
        if InvoiceId <> LastInvoiceId then
            exit(InvoiceId);
    end;

    local procedure Post(var SalesHeader: Record "Sales Header"; Invoice: Boolean)
    var
        SalesPost: Codeunit "Sales-Post";
    begin
        SalesHeader.SetHideValidationDialog(true);
        SalesHeader.Ship := true;
        SalesHeader.Invoice := Invoice;
        SalesPost.Run(SalesHeader);
    end;

    local procedure ShipmentOf(OrderNo: Code[20]): Guid
    var
        SalesShipmentHeader: Record "Sales Shipment Header";
    begin
        SalesShipmentHeader.SetLoadFields(SystemId);
        SalesShipmentHeader.SetCurrentKey("Order No.");
        SalesShipmentHeader.SetRange("Order No.", OrderNo);
        if SalesShipmentHeader.FindLast() then
            exit(SalesShipmentHeader.SystemId);
    end;

    local procedure InvoiceOf(DocumentType: Enum "Sales Document Type"; DocumentNo: Code[20]): Guid
    var
        SalesInvoiceHeader: Record "Sales Invoice Header";
    begin
        SalesInvoiceHeader.SetLoadFields(SystemId);
        if DocumentType = DocumentType::Order then begin
            SalesInvoiceHeader.SetCurrentKey("Order No.");
            SalesInvoiceHeader.SetRange("Order No.", DocumentNo);
        end else begin
            SalesInvoiceHeader.SetCurrentKey("Pre-Assigned No.");
            SalesInvoiceHeader.SetRange("Pre-Assigned No.", DocumentNo);
        end;
        if SalesInvoiceHeader.FindLast() then
            exit(SalesInvoiceHeader.SystemId);
    end;
}
