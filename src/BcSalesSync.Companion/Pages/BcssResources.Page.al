page 60105 "BCSS Resources"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Resources', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Resource', Locked = true;
    EntityName = 'resource';
    EntitySetCaption = 'Resources', Locked = true;
    EntitySetName = 'resources';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Resource;

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
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(name; Rec.Name)
                {
                    Caption = 'Name', Locked = true;
                }
                field(type; Rec.Type)
                {
                    Caption = 'Type', Locked = true;
                }
                field(baseUnitOfMeasureCode; Rec."Base Unit of Measure")
                {
                    Caption = 'Base Unit Of Measure Code', Locked = true;
                }
                field(baseResourceUnitOfMeasureId; Rec."BCSS Base Unit Id")
                {
                    Caption = 'Base Resource Unit Of Measure Id', Locked = true;
                    Editable = false;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(unitCost; Rec."Unit Cost")
                {
                    Caption = 'Unit Cost', Locked = true;
                }
                field(vendorNumber; Rec."Vendor No.")
                {
                    Caption = 'Vendor Number', Locked = true;
                }
                field(vendorName; Rec."BCSS Vendor Name")
                {
                    Caption = 'Vendor Name', Locked = true;
                    Editable = false;
                }
                field(capacity; Rec.Capacity)
                {
                    Caption = 'Capacity', Locked = true;
                    Editable = false;
                }
                field(blocked; Rec.Blocked)
                {
                    Caption = 'Blocked', Locked = true;
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
        Stored: Record Resource;
    begin
        Stored.GetBySystemId(Rec.SystemId);
        if Stored."No." = Rec."No." then
            exit(true);

        // A new key is a rename, which carries the references of other tables along.
        Stored.TransferFields(Rec, false);
        Stored.Modify(true);
        Stored.Rename(Rec."No.");
        Rec := Stored;
        exit(false);
    end;
}
