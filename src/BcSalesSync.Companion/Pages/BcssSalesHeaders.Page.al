/// <summary>
/// Quotes, orders and draft invoices, with the mark of the document in Sales that they come from.
/// </summary>
page 60114 "BCSS Sales Headers"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Sales Headers', Locked = true;
    DelayedInsert = true;
    EntityCaption = 'Sales Header', Locked = true;
    EntityName = 'salesHeader';
    EntitySetCaption = 'Sales Headers', Locked = true;
    EntitySetName = 'salesHeaders';
    Extensible = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "Sales Header";

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
                field(documentType; Rec."Document Type")
                {
                    Caption = 'Document Type', Locked = true;

                    trigger OnValidate()
                    begin
                        OnlyOnCreate();
                    end;
                }
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                    Editable = false;
                }
                field(status; Rec.Status)
                {
                    Caption = 'Status', Locked = true;
                    Editable = false;
                }
                field(customerId; CustomerId)
                {
                    Caption = 'Customer Id', Locked = true;

                    trigger OnValidate()
                    var
                        Customer: Record Customer;
                    begin
                        Customer.GetBySystemId(CustomerId);
                        Rec.Validate("Sell-to Customer No.", Customer."No.");
                    end;
                }
                field(customerNumber; Rec."Sell-to Customer No.")
                {
                    Caption = 'Customer Number', Locked = true;
                }
                field(customerName; Rec."Sell-to Customer Name")
                {
                    Caption = 'Customer Name', Locked = true;
                    Editable = false;
                }
                field(sellToContactNumber; Rec."Sell-to Contact No.")
                {
                    Caption = 'Sell To Contact Number', Locked = true;
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
                field(yourReference; Rec."Your Reference")
                {
                    Caption = 'Your Reference', Locked = true;
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
                field(requestedDeliveryDate; Rec."Requested Delivery Date")
                {
                    Caption = 'Requested Delivery Date', Locked = true;
                }
                field(shipmentDate; Rec."Shipment Date")
                {
                    Caption = 'Shipment Date', Locked = true;
                }
                field(lastShipmentDate; Rec."Last Shipment Date")
                {
                    Caption = 'Last Shipment Date', Locked = true;
                    Editable = false;
                }
                field(validUntilDate; Rec."Quote Valid Until Date")
                {
                    Caption = 'Valid Until Date', Locked = true;
                }
                field(quoteNumber; QuoteNumber)
                {
                    Caption = 'Quote Number', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.Validate("Quote No.", QuoteNumber);
                    end;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'Currency Code', Locked = true;
                }
                field(currencyFactor; CurrencyFactor)
                {
                    Caption = 'Currency Factor', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.Validate("Currency Factor", CurrencyFactor);
                    end;
                }
                field(pricesIncludeTax; Rec."Prices Including VAT")
                {
                    Caption = 'Prices Include Tax', Locked = true;
                }
                field(paymentTermsId; PaymentTermsId)
                {
                    Caption = 'Payment Terms Id', Locked = true;

                    trigger OnValidate()
                    var
                        PaymentTerms: Record "Payment Terms";
                    begin
                        if not IsNullGuid(PaymentTermsId) then
                            PaymentTerms.GetBySystemId(PaymentTermsId);
                        Rec.Validate("Payment Terms Code", PaymentTerms.Code);
                    end;
                }
                field(paymentTermsCode; Rec."Payment Terms Code")
                {
                    Caption = 'Payment Terms Code', Locked = true;
                }
                field(shipmentMethodId; ShipmentMethodId)
                {
                    Caption = 'Shipment Method Id', Locked = true;

                    trigger OnValidate()
                    var
                        ShipmentMethod: Record "Shipment Method";
                    begin
                        if not IsNullGuid(ShipmentMethodId) then
                            ShipmentMethod.GetBySystemId(ShipmentMethodId);
                        Rec.Validate("Shipment Method Code", ShipmentMethod.Code);
                    end;
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
                field(paymentDiscountPercent; Rec."Payment Discount %")
                {
                    Caption = 'Payment Discount Percent', Locked = true;
                }
                field(discountAmount; DiscountAmount)
                {
                    Caption = 'Discount Amount', Locked = true;

                    trigger OnValidate()
                    begin
                        IsDiscountGiven := true;
                    end;
                }
                field(workDescription; WorkDescription)
                {
                    Caption = 'Work Description', Locked = true;

                    trigger OnValidate()
                    begin
                        IsWorkDescriptionGiven := true;
                    end;
                }
                field(dataverseId; Rec."BCSS Dataverse Id")
                {
                    Caption = 'Dataverse Id', Locked = true;
                }
                field(fullyShipped; Rec."Completely Shipped")
                {
                    Caption = 'Fully Shipped', Locked = true;
                    Editable = false;
                }
                field(fullyInvoiced; FullyInvoiced)
                {
                    Caption = 'Fully Invoiced', Locked = true;
                    Editable = false;
                }
                field(totalAmountExcludingTax; Rec.Amount)
                {
                    Caption = 'Total Amount Excluding Tax', Locked = true;
                    Editable = false;
                }
                field(totalTaxAmount; TotalTaxAmount)
                {
                    Caption = 'Total Tax Amount', Locked = true;
                    Editable = false;
                }
                field(totalAmountIncludingTax; Rec."Amount Including VAT")
                {
                    Caption = 'Total Amount Including Tax', Locked = true;
                    Editable = false;
                }
                field(docNoOccurrence; Rec."Doc. No. Occurrence")
                {
                    Caption = 'Doc No Occurrence', Locked = true;
                    Editable = false;
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
                part(salesLines; "BCSS Sales Lines")
                {
                    Caption = 'Sales Lines', Locked = true;
                    EntityName = 'salesLine';
                    EntitySetName = 'salesLines';
                    SubPageLink = "Document Type" = field("Document Type"),
                                  "Document No." = field("No.");
                }
                part(salesNotes; "BCSS Sales Notes")
                {
                    Caption = 'Sales Notes', Locked = true;
                    EntityName = 'salesNote';
                    EntitySetName = 'salesNotes';
                    SubPageLink = "Document Id" = field(SystemId);
                }
            }
        }
    }

    trigger OnOpenPage()
    begin
        Rec.SetAutoCalcFields(
            Amount, "Amount Including VAT", "Invoice Discount Amount", "Completely Shipped", "Shipped Not Invoiced",
            "BCSS Customer Id", "BCSS Payment Terms Id", "BCSS Shipment Method Id");
    end;

    trigger OnAfterGetRecord()
    begin
        Rec.SetHideValidationDialog(true);
        CustomerId := Rec."BCSS Customer Id";
        PaymentTermsId := Rec."BCSS Payment Terms Id";
        ShipmentMethodId := Rec."BCSS Shipment Method Id";
        QuoteNumber := Rec."Quote No.";
        CurrencyFactor := Rec."Currency Factor";
        DiscountAmount := Rec."Invoice Discount Amount";
        TotalTaxAmount := Rec."Amount Including VAT" - Rec.Amount;
        FullyInvoiced := Rec."Completely Shipped" and not Rec."Shipped Not Invoiced";
        WorkDescription := Rec.GetWorkDescription();
        IsDiscountGiven := false;
        IsWorkDescriptionGiven := false;
    end;

    trigger OnNewRecord(BelowxRec: Boolean)
    begin
        Clear(CustomerId);
        Clear(PaymentTermsId);
        Clear(ShipmentMethodId);
        Clear(QuoteNumber);
        Clear(CurrencyFactor);
        Clear(DiscountAmount);
        Clear(WorkDescription);
        IsDiscountGiven := false;
        IsWorkDescriptionGiven := false;
        Rec.SetHideValidationDialog(true);
    end;

    trigger OnInsertRecord(BelowxRec: Boolean): Boolean
    begin
        if IsDiscountGiven and (DiscountAmount <> 0) then
            Error(NoLinesErr);
        SalesDocument.InsertHeader(Rec);
        if IsWorkDescriptionGiven then
            Rec.SetWorkDescription(WorkDescription);
        exit(false);
    end;

    trigger OnModifyRecord(): Boolean
    begin
        Rec.Modify(true);
        if IsWorkDescriptionGiven then
            Rec.SetWorkDescription(WorkDescription);
        if IsDiscountGiven then
            SalesDocument.SetInvoiceDiscount(Rec, DiscountAmount);
        exit(false);
    end;

    [ServiceEnabled]
    procedure Release()
    begin
        SalesDocument.Release(Rec.SystemId);
    end;

    [ServiceEnabled]
    procedure Reopen()
    begin
        SalesDocument.Reopen(Rec.SystemId);
    end;

    [ServiceEnabled]
    procedure Archive()
    begin
        SalesDocument.Archive(Rec.SystemId);
    end;

    [ServiceEnabled]
    procedure Ship(): Guid
    begin
        exit(SalesPosting.Ship(Rec.SystemId));
    end;

    [ServiceEnabled]
    procedure ShipAndInvoice(): Guid
    begin
        exit(SalesPosting.ShipAndInvoice(Rec.SystemId));
    end;

    [ServiceEnabled]
    procedure MakeOrder(): Guid
    begin
        exit(SalesDocument.MakeOrder(Rec.SystemId));
    end;

    local procedure OnlyOnCreate()
    begin
        if Rec.SystemCreatedAt <> 0DT then
            Error(FixedTypeErr);
    end;

    var
        SalesDocument: Codeunit "BCSS Sales Document";
        SalesPosting: Codeunit "BCSS Sales Posting";
        IsDiscountGiven: Boolean;
        IsWorkDescriptionGiven: Boolean;
        FullyInvoiced: Boolean;
        QuoteNumber: Code[20];
        CurrencyFactor: Decimal;
        DiscountAmount: Decimal;
        TotalTaxAmount: Decimal;
        CustomerId: Guid;
        PaymentTermsId: Guid;
        ShipmentMethodId: Guid;
        WorkDescription: Text;
        FixedTypeErr: Label 'The type of a document is given when it is created and stays.';
        NoLinesErr: Label 'A document takes an invoice discount once it has lines.';
}
