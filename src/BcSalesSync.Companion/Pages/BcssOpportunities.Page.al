page 60113 "BCSS Opportunities"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Opportunities', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Opportunity', Locked = true;
    EntityName = 'opportunity';
    EntitySetCaption = 'Opportunities', Locked = true;
    EntitySetName = 'opportunities';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Opportunity;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'Id', Locked = true;
                    Editable = true;
                }
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(description; Rec.Description)
                {
                    Caption = 'Description', Locked = true;
                }
                field(contactNumber; Rec."Contact No.")
                {
                    Caption = 'Contact Number', Locked = true;
                }
                field(contactCompanyNumber; Rec."Contact Company No.")
                {
                    Caption = 'Contact Company Number', Locked = true;
                }
                field(salespersonCode; Rec."Salesperson Code")
                {
                    Caption = 'Salesperson Code', Locked = true;
                }
                field(status; Rec.Status)
                {
                    Caption = 'Status', Locked = true;
                    Editable = false;
                }
                field(estimatedValue; Rec."Estimated Value (LCY)")
                {
                    Caption = 'Estimated Value', Locked = true;
                    Editable = false;
                }
                field(estimatedClosingDate; Rec."Estimated Closing Date")
                {
                    Caption = 'Estimated Closing Date', Locked = true;
                    Editable = false;
                }
                field(dateClosed; Rec."Date Closed")
                {
                    Caption = 'Date Closed', Locked = true;
                    Editable = false;
                }
                field(probabilityPercent; Rec."Probability %")
                {
                    Caption = 'Probability Percent', Locked = true;
                    Editable = false;
                }
                field(calculatedCurrentValue; Rec."Calcd. Current Value (LCY)")
                {
                    Caption = 'Calculated Current Value', Locked = true;
                    Editable = false;
                }
                field(customerId; CustomerId)
                {
                    Caption = 'Customer Id', Locked = true;
                    Editable = false;
                }
                field(systemCreatedAt; Rec.SystemCreatedAt)
                {
                    Caption = 'System Created At', Locked = true;
                    Editable = false;
                }
                field(systemCreatedBy; Rec.SystemCreatedBy)
                {
                    Caption = 'System Created By', Locked = true;
                    Editable = false;
                }
                field(systemModifiedAt; Rec.SystemModifiedAt)
                {
                    Caption = 'System Modified At', Locked = true;
                    Editable = false;
                }
                field(systemModifiedBy; Rec.SystemModifiedBy)
                {
                    Caption = 'System Modified By', Locked = true;
                    Editable = false;
                }
                field(systemRowVersion; Rec.SystemRowVersion)
                {
                    Caption = 'System Row Version', Locked = true;
                    Editable = false;
                }
            }
        }
    }

    trigger OnOpenPage()
    begin
        Rec.SetAutoCalcFields("BCSS Customer No.");
    end;

    trigger OnAfterGetRecord()
    var
        ContactCompany: Codeunit "BCSS Contact Company";
    begin
        CustomerId := ContactCompany.CustomerId(Rec."BCSS Customer No.");
    end;

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record Opportunity;
    begin
        Stored.GetBySystemId(Rec.SystemId);
        if Stored."No." = Rec."No." then
            exit(true);

        // A new key is a rename, which carries the references of other tables along.
        Stored.TransferFields(Rec, false);
        Stored.Modify(true);
        Stored.Rename(Rec."No.");
        Rec := Stored;
        exit(false);
    end;

    var
        CustomerId: Guid;
}
