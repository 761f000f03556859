/// <summary>
/// Completes new records from the first template that fits: without posting groups they could not be used. What was given stays.
/// </summary>
codeunit 60106 "BCSS New Record"
{
    Access = Internal;

    procedure FillCustomer(var Customer: Record Customer)
    var
        CustomerTempl: Record "Customer Templ.";
        CustomerTemplMgt: Codeunit "Customer Templ. Mgt.";
    begin
        if Customer."Customer Posting Group" <> '' then
            exit;
        CustomerTempl.SetRange("Contact Type", Customer."Contact Type");
        CustomerTempl.SetRange("Currency Code", '');
        if CustomerTempl.FindFirst() then
            CustomerTemplMgt.ApplyCustomerTemplate(Customer, CustomerTempl);
    end;

    procedure FillVendor(var Vendor: Record Vendor)
    var
        VendorTempl: Record "Vendor Templ.";
        VendorTemplMgt: Codeunit "Vendor Templ. Mgt.";
    begin
        if Vendor."Vendor Posting Group" <> '' then
            exit;
        VendorTempl.SetRange("Currency Code", '');
        if VendorTempl.FindFirst() then
            VendorTemplMgt.ApplyVendorTemplate(Vendor, VendorTempl);
    end;

    procedure FillItem(var Item: Record Item)
    var
        ItemTempl: Record "Item Templ.";
        ItemTemplMgt: Codeunit "Item Templ. Mgt.";
    begin
        if Item."Gen. Prod. Posting Group" <> '' then
            exit;
        ItemTempl.SetRange(Type, Item.Type);
        if ItemTempl.FindFirst() then
            ItemTemplMgt.ApplyItemTemplate(Item, ItemTempl);
    end;
}
