/// <summary>
/// Gives posted documents the id of their order, which is gone once it is fully invoiced. The mark of the document in Sales
/// is carried along by itself: its field has one number in all headers.
/// </summary>
codeunit 60101 "BCSS Posting Marks"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::"Sales-Post", 'OnBeforeSalesInvHeaderInsert', '', false, false)]
    local procedure MarkOnBeforeSalesInvHeaderInsert(
        var SalesInvHeader: Record "Sales Invoice Header"; var SalesHeader: Record "Sales Header")
    begin
        if SalesHeader."Document Type" = SalesHeader."Document Type"::Order then
            SalesInvHeader."BCSS Order Id" := SalesHeader.SystemId;
    end;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::"Sales-Post", 'OnBeforeSalesShptHeaderInsert', '', false, false)]
    local procedure MarkOnBeforeSalesShptHeaderInsert(
        var SalesShptHeader: Record "Sales Shipment Header"; SalesHeader: Record "Sales Header")
    begin
        if SalesHeader."Document Type" = SalesHeader."Document Type"::Order then
            SalesShptHeader."BCSS Order Id" := SalesHeader.SystemId;
    end;
}
