/// <summary>
/// The one row of this app in a company: what it is known by, and how far notes were copied.
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
        field(2; "Last Note Version"; BigInteger)
        {
            Caption = 'Last Note Version';
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
