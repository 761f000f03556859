page 60112 "BCSS Price List Lines"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Price List Lines', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Price List Line', Locked = true;
    EntityName = 'priceListLine';
    EntitySetCaption = 'Price List Lines', Locked = true;
    EntitySetName = 'priceListLines';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Price List Line";

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
                field(priceListCode; Rec."Price List Code")
                {
                    Caption = 'Price List Code', Locked = true;
                }
                field(lineNumber; Rec."Line No.")
                {
                    Caption = 'Line Number', Locked = true;
                }
                field(priceType; Rec."Price Type")
                {
                    Caption = 'Price Type', Locked = true;
                }
                field(amountType; Rec."Amount Type")
                {
                    Caption = 'Amount Type', Locked = true;
                }
                field(status; Rec.Status)
                {
                    Caption = 'Status', Locked = true;
                }
                field(assetType; Rec."Asset Type")
                {
                    Caption = 'Asset Type', Locked = true;
                }
                field(assetNumber; Rec."Asset No.")
                {
                    Caption = 'Asset Number', Locked = true;
                }
                field(unitOfMeasureCode; Rec."Unit of Measure Code")
                {
                    Caption = 'Unit Of Measure Code', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(minimumQuantity; Rec."Minimum Quantity")
                {
                    Caption = 'Minimum Quantity', Locked = true;
                }
                field(startingDate; Rec."Starting Date")
                {
                    Caption = 'Starting Date', Locked = true;
                }
                field(endingDate; Rec."Ending Date")
                {
                    Caption = 'Ending Date', Locked = true;
                }
                field(priceListId; Rec."BCSS Price List Id")
                {
                    Caption = 'Price List Id', Locked = true;
                }
                field(assetId; Rec."Asset ID")
                {
                    Caption = 'Asset Id', Locked = true;
                }
                field(unitOfMeasureId; UnitOfMeasureId)
                {
                    Caption = 'Unit Of Measure Id', Locked = true;
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

    trigger OnAfterGetRecord()
    var
        PricedUnit: Codeunit "BCSS Priced Unit";
    begin
        Clear(UnitOfMeasureId);
        case Rec."Asset Type" of
            Rec."Asset Type"::Item:
                UnitOfMeasureId := PricedUnit.OfItem(Rec."Asset No.", Rec."Unit of Measure Code");
            Rec."Asset Type"::Resource:
                UnitOfMeasureId := PricedUnit.OfResource(Rec."Asset No.", Rec."Unit of Measure Code");
        end;
    end;

    var
        UnitOfMeasureId: Guid;
}
