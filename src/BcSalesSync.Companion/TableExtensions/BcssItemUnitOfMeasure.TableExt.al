tableextension 60110 "BCSS Item Unit of Measure" extends "Item Unit of Measure"
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
        field(60111; "BCSS Unit Group Id"; Guid)
        {
            CalcFormula = lookup("Unit Group".SystemId where(
                "Source Type" = const(Item),
                "Source No." = field("Item No.")));
            Caption = 'Unit Group Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
