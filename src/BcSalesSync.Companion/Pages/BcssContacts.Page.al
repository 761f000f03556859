/// <summary>
/// Contacts. Their customer or vendor is the one behind their company, and writing its id moves them there.
/// </summary>
page 60103 "BCSS Contacts"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Contacts', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Contact', Locked = true;
    EntityName = 'contact';
    EntitySetCaption = 'Contacts', Locked = true;
    EntitySetName = 'contacts';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = Contact;

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
                field(type; Rec.Type)
                {
                    Caption = 'Type', Locked = true;
                }
                field(customerId; CustomerId)
                {
                    Caption = 'Customer Id', Locked = true;

                    trigger OnValidate()
                    begin
                        ContactCompany.MoveToCustomer(Rec, CustomerId);
                    end;
                }
                field(vendorId; VendorId)
                {
                    Caption = 'Vendor Id', Locked = true;

                    trigger OnValidate()
                    begin
                        ContactCompany.MoveToVendor(Rec, VendorId);
                    end;
                }
                field(displayName; Rec.Name)
                {
                    Caption = 'Display Name', Locked = true;
                }
                field(companyNumber; Rec."Company No.")
                {
                    Caption = 'Company Number', Locked = true;
                }
                field(companyName; Rec."Company Name")
                {
                    Caption = 'Company Name', Locked = true;
                }
                field(firstName; Rec."First Name")
                {
                    Caption = 'First Name', Locked = true;
                }
                field(middleName; Rec."Middle Name")
                {
                    Caption = 'Middle Name', Locked = true;
                }
                field(surname; Rec.Surname)
                {
                    Caption = 'Surname', Locked = true;
                }
                field(salutationCode; Rec."Salutation Code")
                {
                    Caption = 'Salutation Code', Locked = true;
                }
                field(jobTitle; Rec."Job Title")
                {
                    Caption = 'Job Title', Locked = true;
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
                field(pager; Rec.Pager)
                {
                    Caption = 'Pager', Locked = true;
                }
                field(email; Rec."E-Mail")
                {
                    Caption = 'Email', Locked = true;
                }
                field(website; Rec."Home Page")
                {
                    Caption = 'Website', Locked = true;
                }
                field(searchName; Rec."Search Name")
                {
                    Caption = 'Search Name', Locked = true;
                }
                field(privacyBlocked; Rec."Privacy Blocked")
                {
                    Caption = 'Privacy Blocked', Locked = true;
                }
                field(taxRegistrationNumber; TaxRegistrationNumber)
                {
                    Caption = 'Tax Registration Number', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.Validate("VAT Registration No.", CopyStr(TaxRegistrationNumber, 1, MaxStrLen(Rec."VAT Registration No.")));
                    end;
                }
                field(salespersonCode; Rec."Salesperson Code")
                {
                    Caption = 'Salesperson Code', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
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
        Rec.SetAutoCalcFields("BCSS Customer No.", "BCSS Vendor No.");
    end;

    trigger OnAfterGetRecord()
    begin
        CustomerId := ContactCompany.CustomerId(Rec."BCSS Customer No.");
        VendorId := ContactCompany.VendorId(Rec."BCSS Vendor No.");
        TaxRegistrationNumber := Rec."VAT Registration No.";
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        Clear(CustomerId);
        Clear(VendorId);
        Clear(TaxRegistrationNumber);
    end;

    trigger OnModifyRecord(): Boolean
    var
        Stored: Record Contact;
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
        ContactCompany: Codeunit "BCSS Contact Company";
        CustomerId: Guid;
        VendorId: Guid;
        TaxRegistrationNumber: Text[50];
}
