using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The VAT rate of a customer's group and a product's group; blank is the standard group of either.
internal static class VatSetupTable
{
    public static readonly Column BusinessGroup = new("vatBusPostingGroup", ColumnType.Code, 20) { Caption = "VAT Bus. Posting Group" };
    public static readonly Column ProductGroup = new("vatProdPostingGroup", ColumnType.Code, 20) { Caption = "VAT Prod. Posting Group" };
    public static readonly Column Percent = Column.Decimal("vatPercent");

    public static readonly Table Table = BcTable.MakeCompound(
        325, "VAT Posting Setup", "vatPostingSetup", [BusinessGroup, ProductGroup], BusinessGroup, ProductGroup, Percent);
}
