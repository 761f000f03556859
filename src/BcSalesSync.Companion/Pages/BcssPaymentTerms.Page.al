page 60126 "BCSS Payment Terms"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Payment Terms', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Payment Term', Locked = true;
    EntityName = 'paymentTerm';
    EntitySetCaption = 'Payment Terms', Locked = true;
    EntitySetName = 'paymentTerms';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Payment Terms";

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
        Stored: Record "Payment Terms";
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
