tableextension 60111 "BCSS Resource Unit of Measure" extends "Resource Unit of Measure"
{
    fields
    {
        field(60110; "BCSS Resource Id"; Guid)
        {
            CalcFormula = lookup(Resource.SystemId where("No." = field("Resource No.")));
            Caption = 'Resource Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60111; "BCSS Unit Group Id"; Guid)
        {
            CalcFormula = lookup("Unit Group".SystemId where(
                "Source Type" = const(Resource),
                "Source No." = field("Resource No.")));
            Caption = 'Unit Group Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
