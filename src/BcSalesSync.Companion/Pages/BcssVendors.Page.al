page 60102 "BCSS Vendors"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Vendors', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Vendor', Locked = true;
    EntityName = 'vendor';
    EntitySetCaption = 'Vendors', Locked = true;
    EntitySetName = 'vendors';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Vendor;

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
                field(purchaserCode; Rec."Purchaser Code")
                {
                    Caption = 'Purchaser Code', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(paymentTermsCode; Rec."Payment Terms Code")
                {
                    Caption = 'Payment Terms Code', Locked = true;
                }
                field(shipmentMethodCode; Rec."Shipment Method Code")
                {
                    Caption = 'Shipment Method Code', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'Shipping Agent Code', Locked = true;
                }
                field(primaryContactNumber; Rec."Primary Contact No.")
                {
                    Caption = 'Primary Contact Number', Locked = true;
                }
                field(blocked; Rec.Blocked)
                {
                    Caption = 'Blocked', Locked = true;
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

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    var
        NewRecord: Codeunit "BCSS New Record";
    begin
        Rec.Insert(true, true);
        NewRecord.FillVendor(Rec);
        exit(false);
    end;

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record Vendor;
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
}
