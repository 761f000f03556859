page 60130 "BCSS Sales Setup"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Setup', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Sales Setup', Locked = true;
    EntityName = 'salesSetup';
    EntitySetCaption = 'Sales Setup', Locked = true;
    EntitySetName = 'salesSetup';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales & Receivables Setup";

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'Id', Locked = true;
                }
                field(writeInProductType; Rec."Write-in Product Type")
                {
                    Caption = 'Write In Product Type', Locked = true;
                }
                field(writeInProductNumber; Rec."Write-in Product No.")
                {
                    Caption = 'Write In Product Number', Locked = true;
                }
                field(freightAccountNumber; Rec."Freight G/L Acc. No.")
                {
                    Caption = 'Freight Account Number', Locked = true;
                }
                field(defaultPriceListCode; Rec."Default Price List Code")
                {
                    Caption = 'Default Price List Code', Locked = true;
                }
                field(archiveOrders; Rec."Archive Orders")
                {
                    Caption = 'Archive Orders', Locked = true;
                }
                field(archiveQuotes; Rec."Archive Quotes")
                {
                    Caption = 'Archive Quotes', Locked = true;
                }
                field(quoteValidityCalculation; Rec."Quote Validity Calculation")
                {
                    Caption = 'Quote Validity Calculation', Locked = true;
                }
                field(systemCreatedAt; Rec.SystemCreatedAt)
                {
                    Caption = 'System Created At', Locked = true;
                }
                field(systemCreatedBy; Rec.SystemCreatedBy)
                {
                    Caption = 'System Created By', Locked = true;
                }
                field(systemModifiedAt; Rec.SystemModifiedAt)
                {
                    Caption = 'System Modified At', Locked = true;
                }
                field(systemModifiedBy; Rec.SystemModifiedBy)
                {
                    Caption = 'System Modified By', Locked = true;
                }
                field(systemRowVersion; Rec.SystemRowVersion)
                {
                    Caption = 'System Row Version', Locked = true;
                }
            }
        }
    }
}
