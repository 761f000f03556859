/// <summary>
/// Logs deletions in the tables whose deletions clients ask for. One row for each, and nothing else happens in the deletion.
/// </summary>
codeunit 60100 "BCSS Deletion Log"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    SingleInstance = true;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::GlobalTriggerManagement, 'OnAfterGetDatabaseTableTriggerSetup', '', false, false)]
    local procedure WatchOnAfterGetDatabaseTableTriggerSetup(TableId: Integer; var OnDatabaseDelete: Boolean)
    begin
        if IsLogged(TableId) then
            OnDatabaseDelete := true;
    end;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::GlobalTriggerManagement, 'OnAfterOnDatabaseDelete', '', false, false)]
    [InherentPermissions(PermissionObjectType::TableData, Database::"BCSS Deleted Record", 'I')]
    local procedure LogOnAfterOnDatabaseDelete(RecRef: RecordRef)
    var
        DeletedRecord: Record "BCSS Deleted Record";
    begin
        if RecRef.IsTemporary() or not IsLogged(RecRef.Number()) then
            exit;

        DeletedRecord."Table Id" := RecRef.Number();
        DeletedRecord."Record System Id" := RecRef.Field(RecRef.SystemIdNo()).Value();
        DeletedRecord."Record No." := NumberOf(RecRef);
        DeletedRecord."Deleted At" := CurrentDateTime();
        DeletedRecord.Insert();
    end;

    local procedure NumberOf(RecRef: RecordRef) Number: Text[20]
    var
        PrimaryKey: KeyRef;
    begin
        PrimaryKey := RecRef.KeyIndex(1);
        if RecRef.Number() in [Database::"Sales Header", Database::"Sales Line"] then
            exit(CopyStr(Format(PrimaryKey.FieldIndex(2).Value()), 1, MaxStrLen(Number)));
        exit(CopyStr(Format(PrimaryKey.FieldIndex(1).Value()), 1, MaxStrLen(Number)));
    end;

    local procedure IsLogged(TableId: Integer): Boolean
    begin
        exit(TableId in [
            Database::"Payment Terms",
            Database::Currency,
            Database::"Customer Price Group",
            Database::"Country/Region",
            Database::"Shipment Method",
            Database::"Salesperson/Purchaser",
            Database::Customer,
            Database::Vendor,
            Database::Item,
            Database::"Sales Header",
            Database::"Sales Line",
            Database::Resource,
            Database::"Unit of Measure",
            Database::"Resource Unit of Measure",
            Database::"Shipping Agent",
            Database::"Currency Exchange Rate",
            Database::Contact,
            Database::Opportunity,
            Database::"Unit Group",
            Database::"Item Unit of Measure",
            Database::"Price List Header",
            Database::"Price List Line",
            Database::"Sales Price"]);
    end;
}
