/// <summary>
/// What is done with a sales document as a whole, short of posting it.
/// </summary>
codeunit 60102 "BCSS Sales Document"
{
    Access = Internal;

    /// <summary>
    /// Inserts a header under the id it carries. Numbering sets the dates anew, so those that were given are set again.
    /// </summary>
    procedure InsertHeader(var SalesHeader: Record "Sales Header")
    var
        Given: Record "Sales Header";
        IsChanged: Boolean;
    begin
        Given := SalesHeader;
        SalesHeader.Insert(true, true);

        if IsOther(Given."Document Date", SalesHeader."Document Date", IsChanged) then
            SalesHeader.Validate("Document Date", Given."Document Date");
        if IsOther(Given."Posting Date", SalesHeader."Posting Date", IsChanged) then
            SalesHeader.Validate("Posting Date", Given."Posting Date");
        if IsOther(Given."Order Date", SalesHeader."Order Date", IsChanged) then
            SalesHeader.Validate("Order Date", Given."Order Date");
        if IsOther(Given."Due Date", SalesHeader."Due Date", IsChanged) then
            SalesHeader.Validate("Due Date", Given."Due Date");
        if IsOther(Given."Shipment Date", SalesHeader."Shipment Date", IsChanged) then
            SalesHeader.Validate("Shipment Date", Given."Shipment Date");
        if IsOther(Given."Quote Valid Until Date", SalesHeader."Quote Valid Until Date", IsChanged) then
            SalesHeader.Validate("Quote Valid Until Date", Given."Quote Valid Until Date");
        if IsChanged then
            SalesHeader.Modify(true);
    end;

    procedure SetInvoiceDiscount(var SalesHeader: Record "Sales Header"; DiscountAmount: Decimal)
    var
        SalesCalcDiscountByType: Codeunit "Sales - Calc Discount By Type";
    begin
        SalesCalcDiscountByType.ApplyInvDiscBasedOnAmt(DiscountAmount, SalesHeader);
    end;

    procedure Release(DocumentId: Guid)
    var
        SalesHeader: Record "Sales Header";
        ReleaseSalesDocument: Codeunit "Release Sales Document";
    begin
        Open(SalesHeader, DocumentId);
        ReleaseSalesDocument.PerformManualRelease(SalesHeader);
    end;

    procedure Reopen(DocumentId: Guid)
    var
        SalesHeader: Record "Sales Header";
        ReleaseSalesDocument: Codeunit "Release Sales Document";
    begin
        Open(SalesHeader, DocumentId);
        ReleaseSalesDocument.PerformManualReopen(SalesHeader);
    end;

    procedure Archive(DocumentId: Guid)
    var
        SalesHeader: Record "Sales Header";
        ArchiveManagement: Codeunit ArchiveManagement;
    begin
        Open(SalesHeader, DocumentId);
        if not (SalesHeader."Document Type" in [SalesHeader."Document Type"::Quote, SalesHeader."Document Type"::Order]) then
            Error(NotArchivedErr, SalesHeader."Document Type");
        ArchiveManagement.ArchSalesDocumentNoConfirm(SalesHeader);
    end;

    /// <summary>
    /// Makes a quote into an order and returns the order's id; the quote is gone afterwards.
    /// </summary>
    procedure MakeOrder(QuoteId: Guid): Guid
    var
        SalesHeader: Record "Sales Header";
        SalesOrderHeader: Record "Sales Header";
        SalesQuoteToOrder: Codeunit "Sales-Quote to Order";
    begin
        Open(SalesHeader, QuoteId);
        SalesQuoteToOrder.SetHideValidationDialog(true);
        SalesQuoteToOrder.Run(SalesHeader);
        SalesQuoteToOrder.GetSalesOrderHeader(SalesOrderHeader);
        exit(SalesOrderHeader.SystemId);
    end;

    local procedure Open(var SalesHeader: Record "Sales Header"; DocumentId: Guid)
    begin
        SalesHeader.GetBySystemId(DocumentId);
        SalesHeader.SetHideValidationDialog(true);
    end;

    local procedure IsOther(GivenDate: Date; StoredDate: Date; var IsChanged: Boolean): Boolean
    begin
        if (GivenDate = 0D) or (GivenDate = StoredDate) then
            exit(false);
        IsChanged := true;
        exit(true);
    end;

    var
        NotArchivedErr: Label 'A document of type %1 cannot be archived.', Comment = '%1 = document type';
}
