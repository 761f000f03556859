/// <summary>
/// Customers with every field a mapping may want. A new one is completed from its template.
/// </summary>
page 60101 "BCSS Customers"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Customers', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Customer', Locked = true;
    EntityName = 'customer';
    EntitySetCaption = 'Customers', Locked = true;
    EntitySetName = 'customers';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Customer;

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
                field(displayName; Rec.Name)
                {
                    Caption = 'Display Name', Locked = true;
                }
                field(type; Rec."Contact Type")
                {
                    Caption = 'Type', Locked = true;
                }
                field(contact; Rec.Contact)
                {
                    Caption = 'Contact', Locked = true;
                }
                field(addressLine1; Rec.Address)
                {
                    Caption = 'Address Line1', Locked = true;
                }
                field(addressLine2; Rec."Address 2")
                {
                    Caption = 'Address Line2', Locked = true;
                }
                field(city; Rec.City)
                {
                    Caption = 'City', Locked = true;
                }
                field(state; Rec.County)
                {
                    Caption = 'State', Locked = true;
                }
                field(country; Rec."Country/Region Code")
                {
                    Caption = 'Country', Locked = true;
                }
                field(postalCode; Rec."Post Code")
                {
                    Caption = 'Postal Code', Locked = true;
                }
                field(phoneNumber; Rec."Phone No.")
                {
                    Caption = 'Phone Number', Locked = true;
                }
                field(mobilePhoneNumber; Rec."Mobile Phone No.")
                {
                    Caption = 'Mobile Phone Number', Locked = true;
                }
                field(faxNumber; Rec."Fax No.")
                {
                    Caption = 'Fax Number', Locked = true;
                }
                field(email; Rec."E-Mail")
                {
                    Caption = 'Email', Locked = true;
                }
                field(website; Rec."Home Page")
                {
                    Caption = 'Website', Locked = true;
                }
                field(salespersonCode; Rec."Salesperson Code")
                {
                    Caption = 'Salesperson Code', Locked = true;
                }
                field(creditLimit; Rec."Credit Limit (LCY)")
                {
                    Caption = 'Credit Limit', Locked = true;
                }
                field(taxLiable; Rec."Tax Liable")
                {
                    Caption = 'Tax Liable', Locked = true;
                }
                field(taxAreaId; Rec."Tax Area ID")
                {
                    Caption = 'Tax Area Id', Locked = true;
                }
                field(taxRegistrationNumber; TaxRegistrationNumber)
                {
                    Caption = 'Tax Registration Number', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.Validate("VAT Registration No.", CopyStr(TaxRegistrationNumber, 1, MaxStrLen(Rec."VAT Registration No.")));
                    end;
                }
                field(currencyId; Rec."Currency Id")
                {
                    Caption = 'Currency Id', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(paymentTermsId; Rec."Payment Terms Id")
                {
                    Caption = 'Payment Terms Id', Locked = true;
                }
                field(paymentTermsCode; Rec."Payment Terms Code")
                {
                    Caption = 'Payment Terms Code', Locked = true;
                }
                field(shipmentMethodId; Rec."Shipment Method Id")
                {
                    Caption = 'Shipment Method Id', Locked = true;
                }
                field(shipmentMethodCode; Rec."Shipment Method Code")
                {
                    Caption = 'Shipment Method Code', Locked = true;
                }
                field(paymentMethodId; Rec."Payment Method Id")
                {
                    Caption = 'Payment Method Id', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'Shipping Agent Code', Locked = true;
                }
                field(primaryContactNumber; Rec."Primary Contact No.")
                {
                    Caption = 'Primary Contact Number', Locked = true;
                }
                field(customerPriceGroup; Rec."Customer Price Group")
                {
                    Caption = 'Customer Price Group', Locked = true;
                }
                field(blocked; Rec.Blocked)
                {
                    Caption = 'Blocked', Locked = true;
                }
                field(pricesIncludeTax; Rec."Prices Including VAT")
                {
                    Caption = 'Prices Include Tax', Locked = true;
                }
                field(vatBusPostingGroup; Rec."VAT Bus. Posting Group")
                {
                    Caption = 'Vat Bus Posting Group', Locked = true;
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
    begin
        TaxRegistrationNumber := Rec."VAT Registration No.";
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        Clear(TaxRegistrationNumber);
    end;

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    var
        NewRecord: Codeunit "BCSS New Record";
    begin
        Rec.Insert(true, true);
        NewRecord.FillCustomer(Rec);
        exit(false);
    end;

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record Customer;
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
        TaxRegistrationNumber: Text[50];
}
