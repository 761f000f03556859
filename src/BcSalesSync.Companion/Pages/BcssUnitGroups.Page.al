/// <summary>
/// Unit groups. Code and source name are worked out, so rows cannot be filtered by them.
/// </summary>
page 60106 "BCSS Unit Groups"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Unit Groups', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Unit Group', Locked = true;
    EntityName = 'unitGroup';
    EntitySetCaption = 'Unit Groups', Locked = true;
    EntitySetName = 'unitGroups';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Unit Group";

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
                field(sourceType; Rec."Source Type")
                {
                    Caption = 'Source Type', Locked = true;
                }
                field(sourceId; Rec."Source Id")
                {
                    Caption = 'Source Id', Locked = true;
                }
                field(sourceNumber; Rec."Source No.")
                {
                    Caption = 'Source Number', Locked = true;
                }
                field(sourceName; SourceName)
                {
                    Caption = 'Source Name', Locked = true;
                }
                field(code; GroupCode)
                {
                    Caption = 'Code', Locked = true;
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
    begin
        GroupCode := Rec.GetCode();
        SourceName := Rec.GetSourceName();
    end;

    var
        GroupCode: Code[50];
        SourceName: Text[100];
}
