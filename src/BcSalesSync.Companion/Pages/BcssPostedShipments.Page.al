page 60118 "BCSS Posted Shipments"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Posted Shipments', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Posted Shipment', Locked = true;
    EntityName = 'postedShipment';
    EntitySetCaption = 'Posted Shipments', Locked = true;
    EntitySetName = 'postedShipments';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Shipment Header";

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
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(orderId; Rec."BCSS Order Id")
                {
                    Caption = 'Order Id', Locked = true;
                }
                field(orderNumber; Rec."Order No.")
                {
                    Caption = 'Order Number', Locked = true;
                }
                field(postingDate; Rec."Posting Date")
                {
                    Caption = 'Posting Date', Locked = true;
                }
                field(shipmentDate; Rec."Shipment Date")
                {
                    Caption = 'Shipment Date', Locked = true;
                }
                field(customerId; Rec."BCSS Customer Id")
                {
                    Caption = 'Customer Id', Locked = true;
                }
                field(customerNumber; Rec."Sell-to Customer No.")
                {
                    Caption = 'Customer Number', Locked = true;
                }
                field(customerName; Rec."Sell-to Customer Name")
                {
                    Caption = 'Customer Name', Locked = true;
                }
                field(sellToAddressLine1; Rec."Sell-to Address")
                {
                    Caption = 'Sell To Address Line1', Locked = true;
                }
                field(sellToAddressLine2; Rec."Sell-to Address 2")
                {
                    Caption = 'Sell To Address Line2', Locked = true;
                }
                field(sellToCity; Rec."Sell-to City")
                {
                    Caption = 'Sell To City', Locked = true;
                }
                field(sellToState; Rec."Sell-to County")
                {
                    Caption = 'Sell To State', Locked = true;
                }
                field(sellToPostCode; Rec."Sell-to Post Code")
                {
                    Caption = 'Sell To Post Code', Locked = true;
                }
                field(sellToCountry; Rec."Sell-to Country/Region Code")
                {
                    Caption = 'Sell To Country', Locked = true;
                }
                field(phoneNumber; Rec."Sell-to Phone No.")
                {
                    Caption = 'Phone Number', Locked = true;
                }
                field(email; Rec."Sell-to E-Mail")
                {
                    Caption = 'Email', Locked = true;
                }
                field(billToCustomerId; Rec."BCSS Bill-to Customer Id")
                {
                    Caption = 'Bill To Customer Id', Locked = true;
                }
                field(billToCustomerNumber; Rec."Bill-to Customer No.")
                {
                    Caption = 'Bill To Customer Number', Locked = true;
                }
                field(billToName; Rec."Bill-to Name")
                {
                    Caption = 'Bill To Name', Locked = true;
                }
                field(billToAddressLine1; Rec."Bill-to Address")
                {
                    Caption = 'Bill To Address Line1', Locked = true;
                }
                field(billToAddressLine2; Rec."Bill-to Address 2")
                {
                    Caption = 'Bill To Address Line2', Locked = true;
                }
                field(billToCity; Rec."Bill-to City")
                {
                    Caption = 'Bill To City', Locked = true;
                }
                field(billToState; Rec."Bill-to County")
                {
                    Caption = 'Bill To State', Locked = true;
                }
                field(billToPostCode; Rec."Bill-to Post Code")
                {
                    Caption = 'Bill To Post Code', Locked = true;
                }
                field(billToCountry; Rec."Bill-to Country/Region Code")
                {
                    Caption = 'Bill To Country', Locked = true;
                }
                field(shipToName; Rec."Ship-to Name")
                {
                    Caption = 'Ship To Name', Locked = true;
                }
                field(shipToContact; Rec."Ship-to Contact")
                {
                    Caption = 'Ship To Contact', Locked = true;
                }
                field(shipToAddressLine1; Rec."Ship-to Address")
                {
                    Caption = 'Ship To Address Line1', Locked = true;
                }
                field(shipToAddressLine2; Rec."Ship-to Address 2")
                {
                    Caption = 'Ship To Address Line2', Locked = true;
                }
                field(shipToCity; Rec."Ship-to City")
                {
                    Caption = 'Ship To City', Locked = true;
                }
                field(shipToState; Rec."Ship-to County")
                {
                    Caption = 'Ship To State', Locked = true;
                }
                field(shipToPostCode; Rec."Ship-to Post Code")
                {
                    Caption = 'Ship To Post Code', Locked = true;
                }
                field(shipToCountry; Rec."Ship-to Country/Region Code")
                {
                    Caption = 'Ship To Country', Locked = true;
                }
                field(externalDocumentNumber; Rec."External Document No.")
                {
                    Caption = 'External Document Number', Locked = true;
                }
                field(customerPurchaseOrderReference; Rec."Your Reference")
                {
                    Caption = 'Customer Purchase Order Reference', Locked = true;
                }
                field(invoiceDate; Rec."Document Date")
                {
                    Caption = 'Invoice Date', Locked = true;
                }
                field(dueDate; Rec."Due Date")
                {
                    Caption = 'Due Date', Locked = true;
                }
                field(quoteNumber; Rec."Quote No.")
                {
                    Caption = 'Quote Number', Locked = true;
                }
                field(dataverseId; Rec."BCSS Dataverse Id")
                {
                    Caption = 'Dataverse Id', Locked = true;
                }
                field(currencyId; Rec."BCSS Currency Id")
                {
                    Caption = 'Currency Id', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(currencyFactor; Rec."Currency Factor")
                {
                    Caption = 'Currency Factor', Locked = true;
                }
                field(pricesIncludeTax; Rec."Prices Including VAT")
                {
                    Caption = 'Prices Include Tax', Locked = true;
                }
                field(paymentTermsId; Rec."BCSS Payment Terms Id")
                {
                    Caption = 'Payment Terms Id', Locked = true;
                }
                field(paymentTermsCode; Rec."Payment Terms Code")
                {
                    Caption = 'Payment Terms Code', Locked = true;
                }
                field(shipmentMethodId; Rec."BCSS Shipment Method Id")
                {
                    Caption = 'Shipment Method Id', Locked = true;
                }
                field(shipmentMethodCode; Rec."Shipment Method Code")
                {
                    Caption = 'Shipment Method Code', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'Shipping Agent Code', Locked = true;
                }
                field(salesperson; Rec."Salesperson Code")
                {
                    Caption = 'Salesperson', Locked = true;
                }
                field(shortcutDimension1Code; Rec."Shortcut Dimension 1 Code")
                {
                    Caption = 'Shortcut Dimension1 Code', Locked = true;
                }
                field(shortcutDimension2Code; Rec."Shortcut Dimension 2 Code")
                {
                    Caption = 'Shortcut Dimension2 Code', Locked = true;
                }
                field(workDescription; WorkDescription)
                {
                    Caption = 'Work Description', Locked = true;
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
                part(postedShipmentLines; "BCSS Posted Shipment Lines")
                {
                    Caption = 'Posted Shipment Lines', Locked = true;
                    EntityName = 'postedShipmentLine';
                    EntitySetName = 'postedShipmentLines';
                    SubPageLink = "Document No." = field("No.");
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        WorkDescription := Rec.GetWorkDescription();
    end;

    var
        WorkDescription: Text;
}
