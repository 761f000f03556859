/// <summary>
/// The bond between contacts and the customers and vendors behind their companies.
/// </summary>
codeunit 60104 "BCSS Contact Company"
{
    Access = Internal;

    procedure CustomerId(CustomerNo: Code[20]): Guid
    var
        Customer: Record Customer;
    begin
        Customer.SetLoadFields(SystemId);
        if CustomerNo <> '' then
            if Customer.Get(CustomerNo) then
                exit(Customer.SystemId);
    end;

    procedure VendorId(VendorNo: Code[20]): Guid
    var
        Vendor: Record Vendor;
    begin
        Vendor.SetLoadFields(SystemId);
        if VendorNo <> '' then
            if Vendor.Get(VendorNo) then
                exit(Vendor.SystemId);
    end;

    procedure MoveToCustomer(var Contact: Record Contact; CustomerSystemId: Guid)
    var
        Customer: Record Customer;
        LinkToTable: Enum "Contact Business Relation Link To Table";
    begin
        if not IsNullGuid(CustomerSystemId) then
            Customer.GetBySystemId(CustomerSystemId);
        MoveTo(Contact, LinkToTable::Customer, Customer."No.");
    end;

    procedure MoveToVendor(var Contact: Record Contact; VendorSystemId: Guid)
    var
        Vendor: Record Vendor;
        LinkToTable: Enum "Contact Business Relation Link To Table";
    begin
        if not IsNullGuid(VendorSystemId) then
            Vendor.GetBySystemId(VendorSystemId);
        MoveTo(Contact, LinkToTable::Vendor, Vendor."No.");
    end;

    // A blank partner takes the contact out of its company, if that is of this kind.
    local procedure MoveTo(var Contact: Record Contact; LinkToTable: Enum "Contact Business Relation Link To Table"; PartnerNo: Code[20])
    var
        ContactBusinessRelation: Record "Contact Business Relation";
    begin
        if PartnerNo = '' then begin
            if ContactBusinessRelation.FindByContact(LinkToTable, Contact."Company No.") then
                Contact.Validate("Company No.", '');
            exit;
        end;

        if not ContactBusinessRelation.FindByRelation(LinkToTable, PartnerNo) then
            Error(NoCompanyErr, LinkToTable, PartnerNo);
        Contact.Validate("Company No.", ContactBusinessRelation."Contact No.");
    end;

    var
        NoCompanyErr: Label '%1 %2 has no company contact.', Comment = '%1 = customer or vendor, %2 = its number';
}
