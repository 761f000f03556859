page 60115 "BCSS Sales Lines"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Lines', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Sales Line', Locked = true;
    EntityName = 'salesLine';
    EntitySetCaption = 'Sales Lines', Locked = true;
    EntitySetName = 'salesLines';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Line";

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'Id', Locked = true;
                    Editable = true;
                }
                field(documentId; Rec."BCSS Document Id")
                {
                    Caption = 'Document Id', Locked = true;
                    Editable = false;
                }
                field(documentType; Rec."Document Type")
                {
                    Caption = 'Document Type', Locked = true;
                    Editable = false;
                }
                field(documentNumber; Rec."Document No.")
                {
                    Caption = 'Document Number', Locked = true;
                    Editable = false;
                }
                field(sequence; Rec."Line No.")
                {
                    Caption = 'Sequence', Locked = true;

                    trigger OnValidate()
                    begin
                        OnlyOnCreate();
                    end;
                }
                field(lineType; Rec.Type)
                {
                    Caption = 'Line Type', Locked = true;
                }
                field(lineObjectNumber; Rec."No.")
                {
                    Caption = 'Line Object Number', Locked = true;
                }
                field(description; Rec.Description)
                {
                    Caption = 'Description', Locked = true;
                }
                field(description2; Rec."Description 2")
                {
                    Caption = 'Description2', Locked = true;
                }
                field(unitOfMeasureCode; Rec."Unit of Measure Code")
                {
                    Caption = 'Unit Of Measure Code', Locked = true;
                }
                field(quantity; Rec.Quantity)
                {
                    Caption = 'Quantity', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(discountPercent; Rec."Line Discount %")
                {
                    Caption = 'Discount Percent', Locked = true;
                }
                field(discountAmount; Rec."Line Discount Amount")
                {
                    Caption = 'Discount Amount', Locked = true;
                }
                field(invoiceDiscountAllocation; Rec."Inv. Discount Amount")
                {
                    Caption = 'Invoice Discount Allocation', Locked = true;
                    Editable = false;
                }
                field(allowInvoiceDiscount; Rec."Allow Invoice Disc.")
                {
                    Caption = 'Allow Invoice Discount', Locked = true;
                }
                field(amountExcludingTax; Rec.Amount)
                {
                    Caption = 'Amount Excluding Tax', Locked = true;
                    Editable = false;
                }
                field(amountIncludingTax; Rec."Amount Including VAT")
                {
                    Caption = 'Amount Including Tax', Locked = true;
                    Editable = false;
                }
                field(taxPercent; Rec."VAT %")
                {
                    Caption = 'Tax Percent', Locked = true;
                    Editable = false;
                }
                field(attachedToLineNumber; AttachedToLineNumber)
                {
                    Caption = 'Attached To Line Number', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.Validate("Attached to Line No.", AttachedToLineNumber);
                    end;
                }
                field(requestedDeliveryDate; Rec."Requested Delivery Date")
                {
                    Caption = 'Requested Delivery Date', Locked = true;
                }
                field(shipmentDate; Rec."Shipment Date")
                {
                    Caption = 'Shipment Date', Locked = true;
                }
                field(shippedQuantity; Rec."Quantity Shipped")
                {
                    Caption = 'Shipped Quantity', Locked = true;
                    Editable = false;
                }
                field(invoicedQuantity; Rec."Quantity Invoiced")
                {
                    Caption = 'Invoiced Quantity', Locked = true;
                    Editable = false;
                }
                field(shipQuantity; Rec."Qty. to Ship")
                {
                    Caption = 'Ship Quantity', Locked = true;
                }
                field(invoiceQuantity; Rec."Qty. to Invoice")
                {
                    Caption = 'Invoice Quantity', Locked = true;
                }
                field(outstandingQuantity; Rec."Outstanding Quantity")
                {
                    Caption = 'Outstanding Quantity', Locked = true;
                    Editable = false;
                }
                field(shippedNotInvoicedQuantity; Rec."Qty. Shipped Not Invoiced")
                {
                    Caption = 'Shipped Not Invoiced Quantity', Locked = true;
                    Editable = false;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'Location Code', Locked = true;
                }
                field(reserve; Rec.Reserve)
                {
                    Caption = 'Reserve', Locked = true;
                    Editable = false;
                }
                field(reservedQuantity; Rec."Reserved Quantity")
                {
                    Caption = 'Reserved Quantity', Locked = true;
                    Editable = false;
                }
                field(prepaymentAmount; Rec."Prepayment Amount")
                {
                    Caption = 'Prepayment Amount', Locked = true;
                    Editable = false;
                }
                field(prepmtAmtInv; Rec."Prepmt. Amt. Inv.")
                {
                    Caption = 'Prepmt Amt Inv', Locked = true;
                    Editable = false;
                }
                field(systemCreatedAt; Rec.SystemCreatedAt)
                {
                    Caption = 'System Created At', Locked = true;
                    Editable = false;
                }
                field(systemCreatedBy; Rec.SystemCreatedBy)
                {
                    Caption = 'System Created By', Locked = true;
                    Editable = false;
                }
                field(systemModifiedAt; Rec.SystemModifiedAt)
                {
                    Caption = 'System Modified At', Locked = true;
                    Editable = false;
                }
                field(systemModifiedBy; Rec.SystemModifiedBy)
                {
                    Caption = 'System Modified By', Locked = true;
                    Editable = false;
                }
                field(systemRowVersion; Rec.SystemRowVersion)
                {
                    Caption = 'System Row Version', Locked = true;
                    Editable = false;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        AttachedToLineNumber := Rec."Attached to Line No.";
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        Clear(AttachedToLineNumber);
    end;

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    begin
        if Rec."Line No." = 0 then
            Rec."Line No." := NextLineNo();
        Rec.Insert(true, true);
        if (Rec.Type = Rec.Type::Item) and (Rec.Reserve = Rec.Reserve::Always) then
            Rec.AutoReserve();
        exit(false);
    end;

    local procedure NextLineNo(): Integer
    var
        SalesLine: Record "Sales Line";
    begin
        SalesLine.SetLoadFields("Line No.");
        SalesLine.SetRange("Document Type", Rec."Document Type");
        SalesLine.SetRange("Document No.", Rec."Document No.");
        if SalesLine.FindLast() then
            exit(SalesLine."Line No." + 10000);
        exit(10000);
    end;

    local procedure OnlyOnCreate()
    begin
        if Rec.SystemCreatedAt <> 0DT then
            Error(FixedNumberErr);
    end;

    var
        AttachedToLineNumber: Integer;
        FixedNumberErr: Label 'The number of a line is given when it is created and stays.';
}
