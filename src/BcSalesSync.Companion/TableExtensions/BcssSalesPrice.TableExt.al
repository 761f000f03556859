tableextension 60112 "BCSS Sales Price" extends "Sales Price"
{
    fields
    {
        field(60110; "BCSS Item Id"; Guid)
        {
            CalcFormula = lookup(Item.SystemId where("No." = field("Item No.")));
            Caption = 'Item Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60111; "BCSS Price Group Id"; Guid)
        {
            CalcFormula = lookup("Customer Price Group".SystemId where(Code = field("Sales Code")));
            Caption = 'Price Group Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
