/// <summary>
/// Records that were deleted from the tables that mappings use. Clients read it by row version; a retention policy empties it.
/// </summary>
table 60101 "BCSS Deleted Record"
{
    Caption = 'Sales Synchronization Deleted Record';
    DataClassification = SystemMetadata;

    fields
    {
        field(1; "Entry No."; BigInteger)
        {
            AutoIncrement = true;
            Caption = 'Entry No.';
        }
        field(2; "Table Id"; Integer)
        {
            Caption = 'Table Id';
        }
        field(3; "Record System Id"; Guid)
        {
            Caption = 'Record System Id';
        }
        field(4; "Record No."; Text[20])
        {
            Caption = 'Record No.';
        }
        field(5; "Deleted At"; DateTime)
        {
            Caption = 'Deleted At';
        }
    }

    keys
    {
        key(PK; "Entry No.")
        {
            Clustered = true;
        }
        key(DeletedAt; "Table Id", "Deleted At") { }
    }
}
