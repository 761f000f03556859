/// <summary>
/// Notes on sales documents. The notes themselves are record links, which know no document id: reading copies what is new first.
/// </summary>
page 60120 "BCSS Sales Notes"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Notes', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Sales Note', Locked = true;
    EntityName = 'salesNote';
    EntitySetCaption = 'Sales Notes', Locked = true;
    EntitySetName = 'salesNotes';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "BCSS Sales Note";

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
                field(documentId; Rec."Document Id")
                {
                    Caption = 'Document Id', Locked = true;

                    trigger OnValidate()
                    begin
                        OnlyOnCreate();
                    end;
                }
                field(subject; Rec.Subject)
                {
                    Caption = 'Subject', Locked = true;
                }
                field(text; NoteText)
                {
                    Caption = 'Text', Locked = true;
                }
                field(createdAt; Rec."Created At")
                {
                    Caption = 'Created At', Locked = true;

                    trigger OnValidate()
                    begin
                        OnlyOnCreate();
                    end;
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

    trigger OnFindRecord(Which: Text): Boolean
    begin
        if not IsFresh then begin
            SalesNotes.Refresh();
            // A delta shows what is new; every other read shall not show what is gone.
            if Rec.GetFilter(SystemRowVersion) = '' then
                SalesNotes.RemoveGone(Rec);
            IsFresh := true;
        end;
        exit(Rec.Find(Which));
    end;

    trigger OnAfterGetRecord()
    begin
        NoteText := SalesNotes.ReadText(Rec);
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        Clear(NoteText);
    end;

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    begin
        SalesNotes.Add(Rec, NoteText);
        Rec.Insert(true, true);
        exit(false);
    end;

    trigger OnModifyRecord(): Boolean
    begin
        SalesNotes.Change(Rec, NoteText);
        exit(true);
    end;

    trigger OnDeleteRecord(): Boolean
    begin
        SalesNotes.Remove(Rec);
        exit(true);
    end;

    local procedure OnlyOnCreate()
    begin
        if Rec.SystemCreatedAt <> 0DT then
            Error(FixedPlaceErr);
    end;

    var
        SalesNotes: Codeunit "BCSS Sales Notes";
        IsFresh: Boolean;
        NoteText: Text;
        FixedPlaceErr: Label 'The document and the time of a note are given when it is created and stay.';
}
