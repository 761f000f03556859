/// <summary>
/// Reads and writes the notes of sales documents, which are record links of the document.
/// </summary>
codeunit 60107 "BCSS Sales Notes"
{
    Access = Internal;

    /// <summary>
    /// Copies the notes that were written or changed since the last time.
    /// </summary>
    procedure Refresh()
    var
        RecordLink: Record "Record Link";
        SalesHeader: Record "Sales Header";
        Setup: Record "BCSS Setup";
        SettledVersion: BigInteger;
    begin
        // What is still being written comes next time, when it is certain.
        SettledVersion := Database.MinimumActiveRowVersion() - 1;
        Setup.Get();
        RecordLink.SetRange(Type, RecordLink.Type::Note);
        RecordLink.SetRange(Company, CompanyName());
        RecordLink.SetFilter(SystemRowVersion, '>%1', Setup."Last Note Version");
        if not RecordLink.FindSet() then
            exit;

        repeat
            if FindDocument(RecordLink, SalesHeader) then
                Copy(RecordLink, SalesHeader.SystemId);
        until RecordLink.Next() = 0;
        Setup."Last Note Version" := SettledVersion;
        Setup.Modify();
    end;

    /// <summary>
    /// Removes the copies of notes that are gone, among the rows within the filters.
    /// </summary>
    procedure RemoveGone(var Filtered: Record "BCSS Sales Note")
    var
        RecordLink: Record "Record Link";
        SalesNote: Record "BCSS Sales Note";
        SalesHeader: Record "Sales Header";
    begin
        RecordLink.SetLoadFields("Record ID");
        SalesHeader.SetLoadFields(SystemId);
        SalesNote.Copy(Filtered);
        if SalesNote.FindSet(true) then
            repeat
                if not RecordLink.Get(SalesNote."Link Id") then
                    SalesNote.Delete()
                else
                    if not FindDocument(RecordLink, SalesHeader) then
                        SalesNote.Delete();
            until SalesNote.Next() = 0;
    end;

    procedure ReadText(SalesNote: Record "BCSS Sales Note"): Text
    var
        RecordLink: Record "Record Link";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        if not RecordLink.Get(SalesNote."Link Id") then
            exit('');
        RecordLink.CalcFields(Note);
        exit(RecordLinkManagement.ReadNote(RecordLink));
    end;

    /// <summary>
    /// Writes the note that a new row stands for, and completes the row.
    /// </summary>
    procedure Add(var SalesNote: Record "BCSS Sales Note"; NoteText: Text)
    var
        RecordLink: Record "Record Link";
        SalesHeader: Record "Sales Header";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        SalesHeader.GetBySystemId(SalesNote."Document Id");
        if SalesNote."Created At" = 0DT then
            SalesNote."Created At" := CurrentDateTime();
        RecordLink."Record ID" := SalesHeader.RecordId();
        RecordLink.Type := RecordLink.Type::Note;
        RecordLink.Description := SalesNote.Subject;
        RecordLink.Created := SalesNote."Created At";
        RecordLink."User ID" := CopyStr(UserId(), 1, MaxStrLen(RecordLink."User ID"));
        RecordLink.Company := CopyStr(CompanyName(), 1, MaxStrLen(RecordLink.Company));
        RecordLinkManagement.WriteNote(RecordLink, NoteText);
        RecordLink.Insert();
        SalesNote."Link Id" := RecordLink."Link ID";
        SalesNote."Link Version" := RecordLink.SystemRowVersion;
    end;

    procedure Change(var SalesNote: Record "BCSS Sales Note"; NoteText: Text)
    var
        RecordLink: Record "Record Link";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        RecordLink.Get(SalesNote."Link Id");
        RecordLink.Description := SalesNote.Subject;
        RecordLinkManagement.WriteNote(RecordLink, NoteText);
        RecordLink.Modify();
        SalesNote."Link Version" := RecordLink.SystemRowVersion;
    end;

    procedure Remove(SalesNote: Record "BCSS Sales Note")
    var
        RecordLink: Record "Record Link";
    begin
        if RecordLink.Get(SalesNote."Link Id") then
            RecordLink.Delete();
    end;

    // Notes go along with what is posted, and are then on a record of another table.
    local procedure FindDocument(RecordLink: Record "Record Link"; var SalesHeader: Record "Sales Header"): Boolean
    begin
        if RecordLink."Record ID".TableNo() <> Database::"Sales Header" then
            exit(false);
        exit(SalesHeader.Get(RecordLink."Record ID"));
    end;

    local procedure Copy(RecordLink: Record "Record Link"; DocumentId: Guid)
    var
        SalesNote: Record "BCSS Sales Note";
        IsKnown: Boolean;
    begin
        IsKnown := SalesNote.Get(RecordLink."Link ID");
        if IsKnown and (SalesNote."Link Version" = RecordLink.SystemRowVersion) and (SalesNote."Document Id" = DocumentId) then
            exit;

        SalesNote."Link Id" := RecordLink."Link ID";
        SalesNote."Document Id" := DocumentId;
        SalesNote.Subject := RecordLink.Description;
        SalesNote."Created At" := RecordLink.Created;
        SalesNote."Link Version" := RecordLink.SystemRowVersion;
        if IsKnown then
            SalesNote.Modify()
        else
            SalesNote.Insert();
    end;
}
