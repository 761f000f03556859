/// <summary>
/// Copies of the record links that are notes on sales documents, with the id of the document, which a link does not know. They
/// have ids and row versions that clients can go by.
/// </summary>
table 60102 "BCSS Sales Note"
{
    Caption = 'Sales Synchronization Sales Note';
    DataClassification = CustomerContent;

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
        field(5; "Link Version"; BigInteger)
        {
            Caption = 'Link Version';
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
