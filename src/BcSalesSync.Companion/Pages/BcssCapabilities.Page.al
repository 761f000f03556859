/// <summary>
/// What this app is and how far a client may read: one row.
/// </summary>
page 60100 "BCSS Capabilities"
{
    APIGroup = 'sync';
    APIPublisher = 'bcsalessync';
    APIVersion = 'v1.0';
    Caption = 'Capabilities', Locked = true;
    DelayedInsert = true;
    DeleteAllowed = false;
    Editable = false;
    EntityCaption = 'Capability', Locked = true;
    EntityName = 'capability';
    EntitySetCaption = 'Capabilities', Locked = true;
    EntitySetName = 'capabilities';
    Extensible = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    ODataKeyFields = SystemId;
    PageType = API;
    SourceTable = "BCSS Setup";

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
                field(appVersion; AppVersion)
                {
                    Caption = 'App Version', Locked = true;
                }
                field(schemaVersion; SchemaVersion)
                {
                    Caption = 'Schema Version', Locked = true;
                }
                field(localCurrencyCode; LocalCurrencyCode)
                {
                    Caption = 'Local Currency Code', Locked = true;
                }
                field(timeZone; TimeZone)
                {
                    Caption = 'Time Zone', Locked = true;
                }
                field(minimumActiveRowVersion; MinimumActiveRowVersion)
                {
                    Caption = 'Minimum Active Row Version', Locked = true;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    var
        GeneralLedgerSetup: Record "General Ledger Setup";
        CurrentModule: ModuleInfo;
        CurrentSession: SessionSettings;
    begin
        NavApp.GetCurrentModuleInfo(CurrentModule);
        AppVersion := CopyStr(Format(CurrentModule.AppVersion()), 1, MaxStrLen(AppVersion));
        SchemaVersion := SchemaVersionTok;
        if GeneralLedgerSetup.Get() then
            LocalCurrencyCode := GeneralLedgerSetup."LCY Code";
        CurrentSession.Init();
        TimeZone := CopyStr(CurrentSession.TimeZone(), 1, MaxStrLen(TimeZone));
        MinimumActiveRowVersion := Database.MinimumActiveRowVersion();
    end;

    var
        MinimumActiveRowVersion: BigInteger;
        LocalCurrencyCode: Code[10];
        AppVersion: Text[20];
        SchemaVersion: Text[20];
        TimeZone: Text[50];
        SchemaVersionTok: Label '1.0', Locked = true;
}
