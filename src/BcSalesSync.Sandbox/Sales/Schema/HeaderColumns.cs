using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Where the header of a quote, order or invoice keeps what.
internal sealed class HeaderColumns(SalesTable table, string number)
{
    public Column Number { get; } = table.Find(number)!.Column;
    public Column State { get; } = table.Find("statecode")!.Column;
    public Column Status { get; } = table.Find("statuscode")!.Column;
    public Column Customer { get; } = table.Find("customerid")!.Column;
    public Column Account { get; } = table.Find("accountid")!.Column;
    public Column Contact { get; } = table.Find("contactid")!.Column;
    public Column Owner { get; } = table.Find("ownerid")!.Column;
    public Column Currency { get; } = table.Find("transactioncurrencyid")!.Column;
    public Column PriceList { get; } = table.Find("pricelevelid")!.Column;

    // Missing on quotes, as is the revision on the others.
    public Column? PriceLock { get; } = table.Find("ispricelocked")?.Column;
    public Column? Revision { get; } = table.Find("revisionnumber")?.Column;
    public Column Discount { get; } = table.Find("discountamount")!.Column;
    public Column Percentage { get; } = table.Find("discountpercentage")!.Column;
    public Column Freight { get; } = table.Find("freightamount")!.Column;
    public Field LineDiscount { get; } = table.Find("totallineitemdiscountamount")!;
    public Field LineAmount { get; } = table.Find("totallineitemamount")!;
    public Field Tax { get; } = table.Find("totaltax")!;
    public Field TotalDiscount { get; } = table.Find("totaldiscountamount")!;
    public Field LessFreight { get; } = table.Find("totalamountlessfreight")!;
    public Field Total { get; } = table.Find("totalamount")!;
}
