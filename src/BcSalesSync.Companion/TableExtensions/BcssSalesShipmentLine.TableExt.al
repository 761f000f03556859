tableextension 60106 "BCSS Sales Shipment Line" extends "Sales Shipment Line"
{
    fields
    {
        field(60110; "BCSS Document Id"; Guid)
        {
            CalcFormula = lookup("Sales Shipment Header".SystemId where("No." = field("Document No.")));
            Caption = 'Document Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
