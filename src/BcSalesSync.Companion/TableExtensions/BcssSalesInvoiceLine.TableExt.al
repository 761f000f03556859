tableextension 60105 "BCSS Sales Invoice Line" extends "Sales Invoice Line"
{
    fields
    {
        field(60110; "BCSS Document Id"; Guid)
        {
            CalcFormula = lookup("Sales Invoice Header".SystemId where("No." = field("Document No.")));
            Caption = 'Document Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
