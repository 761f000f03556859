page 60108 "BCSS Resource Units of Measure"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Resource Units Of Measure', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Resource Unit Of Measure', Locked = true;
    EntityName = 'resourceUnitOfMeasure';
    EntitySetCaption = 'Resource Units Of Measure', Locked = true;
    EntitySetName = 'resourceUnitsOfMeasure';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Resource Unit of Measure";

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
                field(resourceNumber; Rec."Resource No.")
                {
                    Caption = 'Resource Number', Locked = true;
                }
                field(code; Rec.Code)
                {
                    Caption = 'Code', Locked = true;
                }
                field(qtyPerUnitOfMeasure; Rec."Qty. per Unit of Measure")
                {
                    Caption = 'Qty Per Unit Of Measure', Locked = true;
                }
                field(resourceId; Rec."BCSS Resource Id")
                {
                    Caption = 'Resource Id', Locked = true;
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
        Stored: Record "Resource Unit of Measure";
    begin
        Stored.GetBySystemId(Rec.SystemId);
        if (Stored."Resource No." = Rec."Resource No.") and (Stored.Code = Rec.Code) then
            exit(true);

        // A new key is a rename, which carries the references of other tables along.
        Stored.TransferFields(Rec, false);
        Stored.Modify(true);
        Stored.Rename(Rec."Resource No.", Rec.Code);
        Rec := Stored;
        exit(false);
    end;
}
