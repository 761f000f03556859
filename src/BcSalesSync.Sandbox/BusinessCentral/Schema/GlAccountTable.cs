using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The accounts lines of documents can be posted to.
internal static class GlAccountTable
{
    public const string Posting = "Posting";

    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Name = new("displayName", ColumnType.Text, 100) { Caption = "Name" };
    public static readonly Column Type = new("accountType", ColumnType.Option)
    {
        Caption = "Account Type", Options = [Posting, "Heading", "Total", "Begin-Total", "End-Total"],
    };

    public static readonly Column DirectPosting = new("directPosting", ColumnType.Boolean) { Caption = "Direct Posting" };
    public static readonly Column Blocked = new("blocked", ColumnType.Boolean) { Caption = "Blocked" };
    public static readonly Column GeneralGroup = Column.Code("generalProductPostingGroupCode", 20);
    public static readonly Column VatGroup = Column.Code("vatProdPostingGroup", 20);

    public static readonly Table Table = BcTable.Make(
        15, "G/L Account", "accounts", Number, Number, Name, Type, DirectPosting, Blocked, GeneralGroup, VatGroup);
}
