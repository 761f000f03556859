tableextension 60104 "BCSS Sales Line" extends "Sales Line"
{
    fields
    {
        field(60110; "BCSS Document Id"; Guid)
        {
            CalcFormula = lookup("Sales Header".SystemId where(
                "Document Type" = field("Document Type"),
                "No." = field("Document No.")));
            Caption = 'Document Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
