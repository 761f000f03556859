tableextension 60100 "BCSS Sales Header" extends "Sales Header"
{
    fields
    {
        field(60100; "BCSS Dataverse Id"; Guid)
        {
            Caption = 'Dataverse Id';
            DataClassification = SystemMetadata;
        }
        field(60110; "BCSS Customer Id"; Guid)
        {
            CalcFormula = lookup(Customer.SystemId where("No." = field("Sell-to Customer No.")));
            Caption = 'Customer Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60112; "BCSS Payment Terms Id"; Guid)
        {
            CalcFormula = lookup("Payment Terms".SystemId where(Code = field("Payment Terms Code")));
            Caption = 'Payment Terms Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60113; "BCSS Shipment Method Id"; Guid)
        {
            CalcFormula = lookup("Shipment Method".SystemId where(Code = field("Shipment Method Code")));
            Caption = 'Shipment Method Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }

    keys
    {
        key(BCSSDataverseId; "BCSS Dataverse Id") { }
    }
}
