tableextension 60115 "BCSS Opportunity" extends Opportunity
{
    fields
    {
        field(60110; "BCSS Customer No."; Code[20])
        {
            CalcFormula = lookup("Contact Business Relation"."No." where(
                "Contact No." = field("Contact Company No."),
                "Link to Table" = const(Customer)));
            Caption = 'Customer No.';
            Editable = false;
            FieldClass = FlowField;
        }
    }
}
