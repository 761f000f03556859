page 60110 "BCSS Sales Prices"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Prices', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Sales Price', Locked = true;
    EntityName = 'salesPrice';
    EntitySetCaption = 'Sales Prices', Locked = true;
    EntitySetName = 'salesPrices';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Price";

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
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'Item Number', Locked = true;
                }
                field(salesType; Rec."Sales Type")
                {
                    Caption = 'Sales Type', Locked = true;
                }
                field(salesCode; Rec."Sales Code")
                {
                    Caption = 'Sales Code', Locked = true;
                }
                field(startingDate; Rec."Starting Date")
                {
                    Caption = 'Starting Date', Locked = true;
                }
                field(endingDate; Rec."Ending Date")
                {
                    Caption = 'Ending Date', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'Variant Code', Locked = true;
                }
                field(unitOfMeasureCode; Rec."Unit of Measure Code")
                {
                    Caption = 'Unit Of Measure Code', Locked = true;
                }
                field(minimumQuantity; Rec."Minimum Quantity")
                {
                    Caption = 'Minimum Quantity', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(customerPriceGroupId; Rec."BCSS Price Group Id")
                {
                    Caption = 'Customer Price Group Id', Locked = true;
                }
                field(itemId; Rec."BCSS Item Id")
                {
                    Caption = 'Item Id', Locked = true;
                }
                field(itemUnitOfMeasureId; ItemUnitOfMeasureId)
                {
                    Caption = 'Item Unit Of Measure Id', Locked = true;
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
        ItemUnitOfMeasureId := PricedUnit.OfItem(Rec."Item No.", Rec."Unit of Measure Code");
    end;

    var
        ItemUnitOfMeasureId: Guid;
}
