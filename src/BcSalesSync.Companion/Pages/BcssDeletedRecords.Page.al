/// <summary>
/// What was deleted from the tables that mappings use.
/// </summary>
page 60132 "BCSS Deleted Records"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Deleted Records', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Deleted Record', Locked = true;
    EntityName = 'deletedRecord';
    EntitySetCaption = 'Deleted Records', Locked = true;
    EntitySetName = 'deletedRecords';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "BCSS Deleted Record";

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
                field(tableId; Rec."Table Id")
                {
                    Caption = 'Table Id', Locked = true;
                }
                field(recordSystemId; Rec."Record System Id")
                {
                    Caption = 'Record System Id', Locked = true;
                }
                field(number; Rec."Record No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(deletedAt; Rec."Deleted At")
                {
                    Caption = 'Deleted At', Locked = true;
                }
                field(systemRowVersion; Rec.SystemRowVersion)
                {
                    Caption = 'System Row Version', Locked = true;
                }
            }
        }
    }
}
