using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class SalespersonTable
{
    public static readonly Column Code = new("code", ColumnType.Code, 20) { Caption = "Code" };
    public static readonly Column Name = Column.Text("displayName", 50);
    public static readonly Column Email = Column.Text("email", 80);
    public static readonly Column Phone = Column.Text("phoneNo", 30);

    public static readonly Table Table = BcTable.Make(
        13, "Salesperson/Purchaser", "salespeoplePurchasers", Code, Code, Name, Email, Column.Text("email2", 80), Phone,
        Column.Text("jobTitle", 30),
        Column.Decimal("commisionPercent"), Column.Boolean("privacyBlocked"), Column.Boolean("blocked"));
}
