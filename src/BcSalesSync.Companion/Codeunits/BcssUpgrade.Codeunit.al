/// <summary>
/// Brings companies up to this version of the app.
/// </summary>
codeunit 60109 "BCSS Upgrade"
{
    Access = Internal;
    Subtype = Upgrade;

    trigger OnUpgradePerCompany()
    var
        Install: Codeunit "BCSS Install";
    begin
        Install.Prepare();
    end;
}
