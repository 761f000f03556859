tableextension 60109 "BCSS Resource" extends Resource
{
    fields
    {
        field(60110; "BCSS Base Unit Id"; Guid)
        {
            CalcFormula = lookup("Resource Unit of Measure".SystemId where(
                "Resource No." = field("No."), Code = field("Base Unit of Measure")));
            Caption = 'Base Unit Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60111; "BCSS Vendor Name"; Text[100])
        {
            CalcFormula = lookup(Vendor.Name where("No." = field("Vendor No.")));
            Caption = 'Vendor Name';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
