tableextension 60113 "BCSS Price List Line" extends "Price List Line"
{
    fields
    {
        field(60110; "BCSS Price List Id"; Guid)
        {
            CalcFormula = lookup("Price List Header".SystemId where(Code = field("Price List Code")));
            Caption = 'Price List Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
