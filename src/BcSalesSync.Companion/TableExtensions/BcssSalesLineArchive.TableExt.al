tableextension 60107 "BCSS Sales Line Archive" extends "Sales Line Archive"
{
    fields
    {
        field(60110; "BCSS Document Id"; Guid)
        {
            CalcFormula = lookup("Sales Header Archive".SystemId where(
                "Document Type" = field("Document Type"),
                "No." = field("Document No."),
                "Doc. No. Occurrence" = field("Doc. No. Occurrence"),
                "Version No." = field("Version No.")));
            Caption = 'Document Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
