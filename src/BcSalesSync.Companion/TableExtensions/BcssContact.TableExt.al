tableextension 60114 "BCSS Contact" extends Contact
{
    fields
    {
        field(60110; "BCSS Customer No."; Code[20])
        {
            CalcFormula = lookup("Contact Business Relation"."No." where(
                "Contact No." = field("Company No."),
                "Link to Table" = const(Customer)));
            Caption = 'Customer No.';
            Editable = false;
            FieldClass = FlowField;
        }
        field(60111; "BCSS Vendor No."; Code[20])
        {
            CalcFormula = lookup("Contact Business Relation"."No." where(
                "Contact No." = field("Company No."),
                "Link to Table" = const(Vendor)));
            Caption = 'Vendor No.';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
