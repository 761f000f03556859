tableextension 60102 "BCSS Sales Shipment Header" extends "Sales Shipment Header"
{
    fields
    {
        field(60100; "BCSS Dataverse Id"; Guid)
        {
            Caption = 'Dataverse Id';
            DataClassification = SystemMetadata;
            Editable = false;
        }
        field(60101; "BCSS Order Id"; Guid)
        {
            Caption = 'Order Id';
            DataClassification = SystemMetadata;
            Editable = false;
        }
        field(60110; "BCSS Customer Id"; Guid)
        {
            CalcFormula = lookup(Customer.SystemId where("No." = field("Sell-to Customer No.")));
            Caption = 'Customer Id';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60111; "BCSS Bill-to Customer Id"; Guid)
        {
            CalcFormula = lookup(Customer.SystemId where("No." = field("Bill-to Customer No.")));
            Caption = 'Bill-to Customer Id';
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
        field(60114; "BCSS Currency Id"; Guid)
        {
            CalcFormula = lookup(Currency.SystemId where(Code = field("Currency Code")));
            Caption = 'Currency Id';
            Editable = false;
            FieldClass = FlowField;
        }
    }

    keys
    {
        key(BCSSDataverseId; "BCSS Dataverse Id") { }
        key(BCSSOrderId; "BCSS Order Id") { }
    }
}
