page 60107 "BCSS Item Units of Measure"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Item Units Of Measure', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Item Unit Of Measure', Locked = true;
    EntityName = 'itemUnitOfMeasure';
    EntitySetCaption = 'Item Units Of Measure', Locked = true;
    EntitySetName = 'itemUnitsOfMeasure';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Item Unit of Measure";

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
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'Item Number', Locked = true;
                }
                field(code; Rec.Code)
                {
                    Caption = 'Code', Locked = true;
                }
                field(qtyPerUnitOfMeasure; Rec."Qty. per Unit of Measure")
                {
                    Caption = 'Qty Per Unit Of Measure', Locked = true;
                }
                field(itemId; Rec."BCSS Item Id")
                {
                    Caption = 'Item Id', Locked = true;
                    Editable = false;
                }
                field(unitGroupId; Rec."BCSS Unit Group Id")
                {
                    Caption = 'Unit Group Id', Locked = true;
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

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record "Item Unit of Measure";
    begin
        Stored.GetBySystemId(Rec.SystemId);
        if (Stored."Item No." = Rec."Item No.") and (Stored.Code = Rec.Code) then
            exit(true);

        // A new key is a rename, which carries the references of other tables along.
        Stored.TransferFields(Rec, false);
        Stored.Modify(true);
        Stored.Rename(Rec."Item No.", Rec.Code);
        Rec := Stored;
        exit(false);
    end;
}
