/// <summary>
/// Figures of customers. They are summed for every row, so they have a page that nobody polls.
/// </summary>
page 60123 "BCSS Customer Statistics"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Customer Statistics', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Customer Statistic', Locked = true;
    EntityName = 'customerStatistic';
    EntitySetCaption = 'Customer Statistics', Locked = true;
    EntitySetName = 'customerStatistics';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
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
                }
                field(number; Rec."No.")
                {
                    Caption = 'Number', Locked = true;
                }
                field(displayName; Rec.Name)
                {
                    Caption = 'Display Name', Locked = true;
                }
                field(balanceLCY; Rec."Balance (LCY)")
                {
                    Caption = 'Balance LCY', Locked = true;
                }
                field(outstandingOrdersLCY; Rec."Outstanding Orders (LCY)")
                {
                    Caption = 'Outstanding Orders LCY', Locked = true;
                }
                field(shippedNotInvoicedLCY; Rec."Shipped Not Invoiced (LCY)")
                {
                    Caption = 'Shipped Not Invoiced LCY', Locked = true;
                }
                field(outstandingInvoicesLCY; Rec."Outstanding Invoices (LCY)")
                {
                    Caption = 'Outstanding Invoices LCY', Locked = true;
                }
                field(outstandingServiceOrdersLCY; Rec."Outstanding Serv. Orders (LCY)")
                {
                    Caption = 'Outstanding Service Orders LCY', Locked = true;
                }
                field(serviceShippedNotInvoicedLCY; Rec."Serv Shipped Not Invoiced(LCY)")
                {
                    Caption = 'Service Shipped Not Invoiced LCY', Locked = true;
                }
                field(outstandingServiceInvoicesLCY; Rec."Outstanding Serv.Invoices(LCY)")
                {
                    Caption = 'Outstanding Service Invoices LCY', Locked = true;
                }
                field(totalLCY; TotalLCY)
                {
                    Caption = 'Total LCY', Locked = true;
                }
                field(creditLimitLCY; Rec."Credit Limit (LCY)")
                {
                    Caption = 'Credit Limit LCY', Locked = true;
                }
                field(overdueAmountLCY; OverdueAmountLCY)
                {
                    Caption = 'Overdue Amount LCY', Locked = true;
                }
                field(overdueAmountsAsOf; OverdueAmountsAsOf)
                {
                    Caption = 'Overdue Amounts As Of', Locked = true;
                }
                field(totalSalesLCY; TotalSalesLCY)
                {
                    Caption = 'Total Sales LCY', Locked = true;
                }
                field(invoicedPrepaymentAmountLCY; InvoicedPrepaymentAmountLCY)
                {
                    Caption = 'Invoiced Prepayment Amount LCY', Locked = true;
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

    trigger OnAfterGetRecord()
    begin
        TotalLCY := Rec.GetTotalAmountLCY();
        OverdueAmountLCY := Rec.CalcOverdueBalance();
        OverdueAmountsAsOf := WorkDate();
        TotalSalesLCY := Rec.GetSalesLCY();
        InvoicedPrepaymentAmountLCY := Rec.GetInvoicedPrepmtAmountLCY();
    end;

    var
        OverdueAmountsAsOf: Date;
        InvoicedPrepaymentAmountLCY: Decimal;
        OverdueAmountLCY: Decimal;
        TotalLCY: Decimal;
        TotalSalesLCY: Decimal;
}
