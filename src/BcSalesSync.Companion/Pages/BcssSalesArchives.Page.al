page 60124 "BCSS Sales Archives"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Header Archives', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Sales Header Archive', Locked = true;
    EntityName = 'salesHeaderArchive';
    EntitySetCaption = 'Sales Header Archives', Locked = true;
    EntitySetName = 'salesHeaderArchives';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Header Archive";

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
                field(documentType; Rec."Document Type")
                {
                    Caption = 'Document Type', Locked = true;
                }
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(docNoOccurrence; Rec."Doc. No. Occurrence")
                {
                    Caption = 'Doc No Occurrence', Locked = true;
                }
                field(sellToCustomerNumber; Rec."Sell-to Customer No.")
                {
                    Caption = 'Sell To Customer Number', Locked = true;
                }
                field(sellToCustomerName; Rec."Sell-to Customer Name")
                {
                    Caption = 'Sell To Customer Name', Locked = true;
                }
                field(sellToAddress; Rec."Sell-to Address")
                {
                    Caption = 'Sell To Address', Locked = true;
                }
                field(sellToAddress2; Rec."Sell-to Address 2")
                {
                    Caption = 'Sell To Address2', Locked = true;
                }
                field(sellToCity; Rec."Sell-to City")
                {
                    Caption = 'Sell To City', Locked = true;
                }
                field(sellToCounty; Rec."Sell-to County")
                {
                    Caption = 'Sell To County', Locked = true;
                }
                field(sellToPostCode; Rec."Sell-to Post Code")
                {
                    Caption = 'Sell To Post Code', Locked = true;
                }
                field(sellToCountryRegionCode; Rec."Sell-to Country/Region Code")
                {
                    Caption = 'Sell To Country Region Code', Locked = true;
                }
                field(sellToContactNumber; Rec."Sell-to Contact No.")
                {
                    Caption = 'Sell To Contact Number', Locked = true;
                }
                field(billToCustomerNumber; Rec."Bill-to Customer No.")
                {
                    Caption = 'Bill To Customer Number', Locked = true;
                }
                field(billToName; Rec."Bill-to Name")
                {
                    Caption = 'Bill To Name', Locked = true;
                }
                field(billToAddress; Rec."Bill-to Address")
                {
                    Caption = 'Bill To Address', Locked = true;
                }
                field(billToAddress2; Rec."Bill-to Address 2")
                {
                    Caption = 'Bill To Address2', Locked = true;
                }
                field(billToCity; Rec."Bill-to City")
                {
                    Caption = 'Bill To City', Locked = true;
                }
                field(billToCounty; Rec."Bill-to County")
                {
                    Caption = 'Bill To County', Locked = true;
                }
                field(billToPostCode; Rec."Bill-to Post Code")
                {
                    Caption = 'Bill To Post Code', Locked = true;
                }
                field(billToCountryRegionCode; Rec."Bill-to Country/Region Code")
                {
                    Caption = 'Bill To Country Region Code', Locked = true;
                }
                field(shipToName; Rec."Ship-to Name")
                {
                    Caption = 'Ship To Name', Locked = true;
                }
                field(shipToAddress; Rec."Ship-to Address")
                {
                    Caption = 'Ship To Address', Locked = true;
                }
                field(shipToAddress2; Rec."Ship-to Address 2")
                {
                    Caption = 'Ship To Address2', Locked = true;
                }
                field(shipToCity; Rec."Ship-to City")
                {
                    Caption = 'Ship To City', Locked = true;
                }
                field(shipToCounty; Rec."Ship-to County")
                {
                    Caption = 'Ship To County', Locked = true;
                }
                field(shipToPostCode; Rec."Ship-to Post Code")
                {
                    Caption = 'Ship To Post Code', Locked = true;
                }
                field(shipToCountryRegionCode; Rec."Ship-to Country/Region Code")
                {
                    Caption = 'Ship To Country Region Code', Locked = true;
                }
                field(shipToContact; Rec."Ship-to Contact")
                {
                    Caption = 'Ship To Contact', Locked = true;
                }
                field(orderDate; Rec."Order Date")
                {
                    Caption = 'Order Date', Locked = true;
                }
                field(documentDate; Rec."Document Date")
                {
                    Caption = 'Document Date', Locked = true;
                }
                field(postingDate; Rec."Posting Date")
                {
                    Caption = 'Posting Date', Locked = true;
                }
                field(dueDate; Rec."Due Date")
                {
                    Caption = 'Due Date', Locked = true;
                }
                field(shipmentDate; Rec."Shipment Date")
                {
                    Caption = 'Shipment Date', Locked = true;
                }
                field(shortcutDimension1Code; Rec."Shortcut Dimension 1 Code")
                {
                    Caption = 'Shortcut Dimension1 Code', Locked = true;
                }
                field(shortcutDimension2Code; Rec."Shortcut Dimension 2 Code")
                {
                    Caption = 'Shortcut Dimension2 Code', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(pricesIncludingVAT; Rec."Prices Including VAT")
                {
                    Caption = 'Prices Including VAT', Locked = true;
                }
                field(paymentTermsCode; Rec."Payment Terms Code")
                {
                    Caption = 'Payment Terms Code', Locked = true;
                }
                field(paymentDiscountPercent; Rec."Payment Discount %")
                {
                    Caption = 'Payment Discount Percent', Locked = true;
                }
                field(shipmentMethodCode; Rec."Shipment Method Code")
                {
                    Caption = 'Shipment Method Code', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'Shipping Agent Code', Locked = true;
                }
                field(salespersonCode; Rec."Salesperson Code")
                {
                    Caption = 'Salesperson Code', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'Location Code', Locked = true;
                }
                field(externalDocumentNumber; Rec."External Document No.")
                {
                    Caption = 'External Document Number', Locked = true;
                }
                field(yourReference; Rec."Your Reference")
                {
                    Caption = 'Your Reference', Locked = true;
                }
                field(requestedDeliveryDate; Rec."Requested Delivery Date")
                {
                    Caption = 'Requested Delivery Date', Locked = true;
                }
                field(quoteValidUntilDate; Rec."Quote Valid Until Date")
                {
                    Caption = 'Quote Valid Until Date', Locked = true;
                }
                field(quoteNumber; Rec."Sales Quote No.")
                {
                    Caption = 'Quote Number', Locked = true;
                }
                field(workDescription; WorkDescription)
                {
                    Caption = 'Work Description', Locked = true;
                }
                field(dataverseId; Rec."BCSS Dataverse Id")
                {
                    Caption = 'Dataverse Id', Locked = true;
                }
                field(status; Rec.Status)
                {
                    Caption = 'Status', Locked = true;
                }
                field(versionNumber; Rec."Version No.")
                {
                    Caption = 'Version Number', Locked = true;
                }
                field(dateArchived; Rec."Date Archived")
                {
                    Caption = 'Date Archived', Locked = true;
                }
                field(archivedBy; Rec."Archived By")
                {
                    Caption = 'Archived By', Locked = true;
                }
                field(invoiced; Rec.Invoice)
                {
                    Caption = 'Invoiced', Locked = true;
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
                part(salesHeaderArchiveLines; "BCSS Sales Archive Lines")
                {
                    Caption = 'Sales Header Archive Lines', Locked = true;
                    EntityName = 'salesHeaderArchiveLine';
                    EntitySetName = 'salesHeaderArchiveLines';
                    SubPageLink = "Document Type" = field("Document Type"),
                                  "Document No." = field("No."),
                                  "Doc. No. Occurrence" = field("Doc. No. Occurrence"),
                                  "Version No." = field("Version No.");
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
