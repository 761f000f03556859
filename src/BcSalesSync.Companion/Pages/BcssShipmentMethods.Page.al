page 60127 "BCSS Shipment Methods"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Shipment Methods', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Shipment Method', Locked = true;
    EntityName = 'shipmentMethod';
    EntitySetCaption = 'Shipment Methods', Locked = true;
    EntitySetName = 'shipmentMethods';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Shipment Method";

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
                field(code; Rec.Code)
                {
                    Caption = 'Code', Locked = true;
                }
                field(displayName; Rec.Description)
                {
                    Caption = 'Display Name', Locked = true;
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
        Stored: Record "Shipment Method";
    begin
        Stored.GetBySystemId(Rec.SystemId);
        if Stored.Code = Rec.Code then
            exit(true);

        // A new key is a rename, which carries the references of other tables along.
        Stored.TransferFields(Rec, false);
        Stored.Modify(true);
        Stored.Rename(Rec.Code);
        Rec := Stored;
        exit(false);
    end;
}
