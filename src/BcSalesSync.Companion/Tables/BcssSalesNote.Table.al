/// <summary>
/// A note on a sales document as clients see it; always temporary, since the notes themselves are record links.
/// </summary>
table 60102 "BCSS Sales Note"
{
    Caption = 'Sales Synchronization Sales Note';
    DataClassification = CustomerContent;
    TableType = Temporary;

    fields
    {
        field(1; "Link Id"; Integer)
        {
            Caption = 'Link Id';
        }
        field(2; "Document Id"; Guid)
        {
            Caption = 'Document Id';
        }
        field(3; Subject; Text[250])
        {
            Caption = 'Subject';
        }
        field(4; "Created At"; DateTime)
        {
            Caption = 'Created At';
        }
    }

    keys
    {
        key(PK; "Link Id")
        {
            Clustered = true;
        }
        key(DocumentId; "Document Id") { }
    }
}
