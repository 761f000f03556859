page 60131 "BCSS Couplings"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Couplings', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Coupling', Locked = true;
    EntityName = 'coupling';
    EntitySetCaption = 'Couplings', Locked = true;
    EntitySetName = 'couplings';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "CRM Integration Record";

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
                field(dataverseId; Rec."CRM ID")
                {
                    Caption = 'Dataverse Id', Locked = true;
                }
                field(tableId; Rec."Table ID")
                {
                    Caption = 'Table Id', Locked = true;
                }
                field(recordSystemId; Rec."Integration ID")
                {
                    Caption = 'Record System Id', Locked = true;
                }
                field(skipped; Rec.Skipped)
                {
                    Caption = 'Skipped', Locked = true;
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
