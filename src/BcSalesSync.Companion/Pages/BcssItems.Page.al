page 60104 "BCSS Items"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Items', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Item', Locked = true;
    EntityName = 'item';
    EntitySetCaption = 'Items', Locked = true;
    EntitySetName = 'items';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Item;

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
                field(displayName; Rec.Description)
                {
                    Caption = 'Display Name', Locked = true;
                }
                field(type; Rec.Type)
                {
                    Caption = 'Type', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'Unit Price', Locked = true;
                }
                field(unitCost; Rec."Unit Cost")
                {
                    Caption = 'Unit Cost', Locked = true;
                }
                field(baseUnitOfMeasureCode; Rec."Base Unit of Measure")
                {
                    Caption = 'Base Unit Of Measure Code', Locked = true;
                }
                field(baseItemUnitOfMeasureId; Rec."BCSS Base Unit Id")
                {
                    Caption = 'Base Item Unit Of Measure Id', Locked = true;
                    Editable = false;
                }
                field(unitVolume; Rec."Unit Volume")
                {
                    Caption = 'Unit Volume', Locked = true;
                }
                field(grossWeight; Rec."Gross Weight")
                {
                    Caption = 'Gross Weight', Locked = true;
                }
                field(vendorNumber; Rec."Vendor No.")
                {
                    Caption = 'Vendor Number', Locked = true;
                }
                field(vendorName; Rec."BCSS Vendor Name")
                {
                    Caption = 'Vendor Name', Locked = true;
                    Editable = false;
                }
                field(vendorItemNumber; Rec."Vendor Item No.")
                {
                    Caption = 'Vendor Item Number', Locked = true;
                }
                field(inventory; Rec.Inventory)
                {
                    Caption = 'Inventory', Locked = true;
                    Editable = false;
                }
                field(blocked; Rec.Blocked)
                {
                    Caption = 'Blocked', Locked = true;
                }
                field(priceIncludesTax; Rec."Price Includes VAT")
                {
                    Caption = 'Price Includes Tax', Locked = true;
                }
                field(vatBusPostingGroupPrice; Rec."VAT Bus. Posting Gr. (Price)")
                {
                    Caption = 'Vat Bus Posting Group Price', Locked = true;
                }
                field(priceTaxPercent; PriceTaxPercent)
                {
                    Caption = 'Price Tax Percent', Locked = true;
                    Editable = false;
                }
                field(taxGroupCode; Rec."Tax Group Code")
                {
                    Caption = 'Tax Group Code', Locked = true;
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

    trigger OnAfterGetRecord()
    var
        VATPostingSetup: Record "VAT Posting Setup";
    begin
        PriceTaxPercent := 0;
        if not Rec."Price Includes VAT" or (Rec."VAT Bus. Posting Gr. (Price)" = '') then
            exit;
        if VATPostingSetup.Get(Rec."VAT Bus. Posting Gr. (Price)", Rec."VAT Prod. Posting Group") then
            PriceTaxPercent := VATPostingSetup."VAT %";
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        PriceTaxPercent := 0;
    end;

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    var
        NewRecord: Codeunit "BCSS New Record";
    begin
        Rec.Insert(true, true);
        NewRecord.FillItem(Rec);
        exit(false);
    end;

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record Item;
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
        PriceTaxPercent: Decimal;
}
