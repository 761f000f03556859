/// <summary>
/// The one row that gives this app an identity in its company.
/// </summary>
table 60100 "BCSS Setup"
{
    Caption = 'Sales Synchronization Setup';
    DataClassification = SystemMetadata;

    fields
    {
        field(1; "Primary Key"; Code[10])
        {
            Caption = 'Primary Key';
        }
    }

    keys
    {
        key(PK; "Primary Key")
        {
            Clustered = true;
        }
    }
}
