page 60117 "BCSS Posted Invoice Lines"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Posted Invoice Lines', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Posted Invoice Line', Locked = true;
    EntityName = 'postedInvoiceLine';
    EntitySetCaption = 'Posted Invoice Lines', Locked = true;
    EntitySetName = 'postedInvoiceLines';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Invoice Line";

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'Id', Locked = true;
                }
                field(documentId; Rec."BCSS Document Id")
                {
                    Caption = 'Document Id', Locked = true;
                }
                field(documentNumber; Rec."Document No.")
                {
                    Caption = 'Document Number', Locked = true;
                }
                field(sequence; Rec."Line No.")
                {
                    Caption = 'Sequence', Locked = true;
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
                field(qtyPerUnitOfMeasure; Rec."Qty. per Unit of Measure")
                {
                    Caption = 'Qty Per Unit Of Measure', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(discountPercent; Rec."Line Discount %")
                {
                    Caption = 'Discount Percent', Locked = true;
                }
                field(vatProdPostingGroup; Rec."VAT Prod. Posting Group")
                {
                    Caption = 'Vat Prod Posting Group', Locked = true;
                }
                field(taxPercent; Rec."VAT %")
                {
                    Caption = 'Tax Percent', Locked = true;
                }
                field(attachedToLineNumber; Rec."Attached to Line No.")
                {
                    Caption = 'Attached To Line Number', Locked = true;
                }
                field(shipmentDate; Rec."Shipment Date")
                {
                    Caption = 'Shipment Date', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'Location Code', Locked = true;
                }
                field(quantity; Rec.Quantity)
                {
                    Caption = 'Quantity', Locked = true;
                }
                field(discountAmount; Rec."Line Discount Amount")
                {
                    Caption = 'Discount Amount', Locked = true;
                }
                field(invoiceDiscountAllocation; Rec."Inv. Discount Amount")
                {
                    Caption = 'Invoice Discount Allocation', Locked = true;
                }
                field(amountExcludingTax; Rec.Amount)
                {
                    Caption = 'Amount Excluding Tax', Locked = true;
                }
                field(amountIncludingTax; Rec."Amount Including VAT")
                {
                    Caption = 'Amount Including Tax', Locked = true;
                }
                field(orderNumber; Rec."Order No.")
                {
                    Caption = 'Order Number', Locked = true;
                }
                field(orderLineNumber; Rec."Order Line No.")
                {
                    Caption = 'Order Line Number', Locked = true;
                }
                field(systemCreatedAt; Rec.SystemCreatedAt)
                {
                    Caption = 'System Created At', Locked = true;
                }
                field(systemCreatedBy; Rec.SystemCreatedBy)
                {
                    Caption = 'System Created By', Locked = true;
                }
                field(systemModifiedAt; Rec.SystemModifiedAt)
                {
                    Caption = 'System Modified At', Locked = true;
                }
                field(systemModifiedBy; Rec.SystemModifiedBy)
                {
                    Caption = 'System Modified By', Locked = true;
                }
                field(systemRowVersion; Rec.SystemRowVersion)
                {
                    Caption = 'System Row Version', Locked = true;
                }
            }
        }
    }
}
