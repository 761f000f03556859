page 60122 "BCSS Detailed Ledger Entries"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Detailed Cust Ledger Entries', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Detailed Cust Ledger Entry', Locked = true;
    EntityName = 'detailedCustLedgerEntry';
    EntitySetCaption = 'Detailed Cust Ledger Entries', Locked = true;
    EntitySetName = 'detailedCustLedgerEntries';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Detailed Cust. Ledg. Entry";

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
                field(entryNumber; Rec."Entry No.")
                {
                    Caption = 'Entry Number', Locked = true;
                }
                field(custLedgerEntryNumber; Rec."Cust. Ledger Entry No.")
                {
                    Caption = 'Cust Ledger Entry Number', Locked = true;
                }
                field(customerNumber; Rec."Customer No.")
                {
                    Caption = 'Customer Number', Locked = true;
                }
                field(entryType; Rec."Entry Type")
                {
                    Caption = 'Entry Type', Locked = true;
                }
                field(postingDate; Rec."Posting Date")
                {
                    Caption = 'Posting Date', Locked = true;
                }
                field(documentType; Rec."Document Type")
                {
                    Caption = 'Document Type', Locked = true;
                }
                field(documentNumber; Rec."Document No.")
                {
                    Caption = 'Document Number', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(amount; Rec.Amount)
                {
                    Caption = 'Amount', Locked = true;
                }
                field(amountLCY; Rec."Amount (LCY)")
                {
                    Caption = 'Amount LCY', Locked = true;
                }
                field(appliedCustLedgerEntryNumber; Rec."Applied Cust. Ledger Entry No.")
                {
                    Caption = 'Applied Cust Ledger Entry Number', Locked = true;
                }
                field(unapplied; Rec.Unapplied)
                {
                    Caption = 'Unapplied', Locked = true;
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
