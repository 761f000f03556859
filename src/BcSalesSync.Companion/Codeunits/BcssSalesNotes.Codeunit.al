/// <summary>
/// Reads and writes the notes of sales documents, which are record links of the document.
/// </summary>
codeunit 60107 "BCSS Sales Notes"
{
    Access = Internal;

    /// <summary>
    /// Copies the notes that the filters of the page ask for: by their own ids, by documents, or of every document.
    /// </summary>
    procedure Load(var SalesNote: Record "BCSS Sales Note" temporary)
    var
        RecordLink: Record "Record Link";
        SalesHeader: Record "Sales Header";
        Wanted: Record "BCSS Sales Note" temporary;
        DocumentFilter: Text;
        IdFilter: Text;
    begin
        Wanted.Copy(SalesNote);
        SalesNote.Reset();
        IdFilter := Wanted.GetFilter(SystemId);
        DocumentFilter := Wanted.GetFilter("Document Id");
        if DocumentFilter = '' then begin
            // The link of a part to its document is a filter of its own group.
            Wanted.FilterGroup(4);
            DocumentFilter := Wanted.GetFilter("Document Id");
            Wanted.FilterGroup(0);
        end;

        RecordLink.SetRange(Type, RecordLink.Type::Note);
        RecordLink.SetRange(Company, CompanyName());
        if IdFilter <> '' then begin
            RecordLink.SetFilter(SystemId, IdFilter);
            if RecordLink.FindSet() then
                repeat
                    if SalesHeader.Get(RecordLink."Record ID") then
                        Show(SalesNote, RecordLink, SalesHeader.SystemId);
                until RecordLink.Next() = 0;
        end else begin
            SalesHeader.SetLoadFields(SystemId);
            if DocumentFilter <> '' then
                SalesHeader.SetFilter(SystemId, DocumentFilter);
            if SalesHeader.FindSet() then
                repeat
                    RecordLink.SetRange("Record ID", SalesHeader.RecordId());
                    if RecordLink.FindSet() then
                        repeat
                            Show(SalesNote, RecordLink, SalesHeader.SystemId);
                        until RecordLink.Next() = 0;
                until SalesHeader.Next() = 0;
        end;
        SalesNote.Copy(Wanted);
    end;

    procedure ReadText(SalesNote: Record "BCSS Sales Note" temporary): Text
    var
        RecordLink: Record "Record Link";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        if not RecordLink.Get(SalesNote."Link Id") then
            exit('');
        RecordLink.CalcFields(Note);
        exit(RecordLinkManagement.ReadNote(RecordLink));
    end;

    procedure Add(var SalesNote: Record "BCSS Sales Note" temporary; NoteText: Text)
    var
        RecordLink: Record "Record Link";
        SalesHeader: Record "Sales Header";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        SalesHeader.GetBySystemId(SalesNote."Document Id");
        RecordLink."Record ID" := SalesHeader.RecordId();
        RecordLink.Type := RecordLink.Type::Note;
        RecordLink.Description := SalesNote.Subject;
        RecordLink.Created := SalesNote."Created At";
        if RecordLink.Created = 0DT then
            RecordLink.Created := CurrentDateTime();
        RecordLink."User ID" := CopyStr(UserId(), 1, MaxStrLen(RecordLink."User ID"));
        RecordLink.Company := CopyStr(CompanyName(), 1, MaxStrLen(RecordLink.Company));
        RecordLinkManagement.WriteNote(RecordLink, NoteText);
        RecordLink.SystemId := SalesNote.SystemId;
        RecordLink.Insert(false, not IsNullGuid(SalesNote.SystemId));
        Show(SalesNote, RecordLink, SalesHeader.SystemId);
    end;

    procedure Change(SalesNote: Record "BCSS Sales Note" temporary; NoteText: Text)
    var
        RecordLink: Record "Record Link";
        RecordLinkManagement: Codeunit "Record Link Management";
    begin
        RecordLink.Get(SalesNote."Link Id");
        RecordLink.Description := SalesNote.Subject;
        RecordLinkManagement.WriteNote(RecordLink, NoteText);
        RecordLink.Modify();
    end;

    procedure Remove(SalesNote: Record "BCSS Sales Note" temporary)
    var
        RecordLink: Record "Record Link";
    begin
        if RecordLink.Get(SalesNote."Link Id") then
            RecordLink.Delete();
    end;

    local procedure Show(var SalesNote: Record "BCSS Sales Note" temporary; RecordLink: Record "Record Link"; DocumentId: Guid)
    begin
        SalesNote.Init();
        SalesNote."Link Id" := RecordLink."Link ID";
        SalesNote."Document Id" := DocumentId;
        SalesNote.Subject := RecordLink.Description;
        SalesNote."Created At" := RecordLink.Created;
        SalesNote.SystemId := RecordLink.SystemId;
        SalesNote.Insert(false, true);
    end;
}
