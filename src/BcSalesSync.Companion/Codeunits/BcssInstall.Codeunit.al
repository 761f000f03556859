/// <summary>
/// Prepares a company for synchronization: the row of the app, and a retention policy for the log of deletions.
/// </summary>
codeunit 60108 "BCSS Install"
{
    Access = Internal;
    Permissions = tabledata "BCSS Setup" = ri,
                  tabledata "Retention Policy Setup" = ri;
    Subtype = Install;

    trigger OnInstallAppPerCompany()
    begin
        Prepare();
    end;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::"Company-Initialize", 'OnCompanyInitialize', '', false, false)]
    local procedure PrepareOnCompanyInitialize()
    begin
        Prepare();
    end;

    /// <summary>
    /// Does what is not done yet; upgrades call it too.
    /// </summary>
    procedure Prepare()
    var
        DeletedRecord: Record "BCSS Deleted Record";
        Setup: Record "BCSS Setup";
        RetenPolAllowedTables: Codeunit "Reten. Pol. Allowed Tables";
    begin
        if not Setup.Get() then
            Setup.Insert();

        RetenPolAllowedTables.AddAllowedTable(Database::"BCSS Deleted Record", DeletedRecord.FieldNo("Deleted At"), DaysKept());
        KeepSixMonths();
    end;

    local procedure KeepSixMonths()
    var
        RetentionPolicySetup: Record "Retention Policy Setup";
        RetentionPolicySetupMgt: Codeunit "Retention Policy Setup";
    begin
        if RetentionPolicySetup.Get(Database::"BCSS Deleted Record") then
            exit;
        RetentionPolicySetup.Validate("Table Id", Database::"BCSS Deleted Record");
        RetentionPolicySetup.Validate("Apply to all records", true);
        RetentionPolicySetup.Validate(
            "Retention Period", RetentionPolicySetupMgt.FindOrCreateRetentionPeriod("Retention Period Enum"::"6 Months"));
        RetentionPolicySetup.Validate(Enabled, true);
        RetentionPolicySetup.Insert(true);
    end;

    // A client that was away longer than this has to compare in full anyway.
    local procedure DaysKept(): Integer
    begin
        exit(28);
    end;
}
