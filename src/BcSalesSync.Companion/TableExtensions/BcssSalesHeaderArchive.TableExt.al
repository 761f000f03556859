tableextension 60103 "BCSS Sales Header Archive" extends "Sales Header Archive"
{
    fields
    {
        field(60100; "BCSS Dataverse Id"; Guid)
        {
            Caption = 'Dataverse Id';
            DataClassification = SystemMetadata;
            Editable = false;
        }
    }
}
