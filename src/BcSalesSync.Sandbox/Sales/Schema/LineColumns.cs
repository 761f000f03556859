using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Where the line of a quote, order or invoice keeps what.
internal sealed class LineColumns(SalesTable table, string document)
{
    public Column Document { get; } = table.Find(document + "id")!.Column;
    public Column Number { get; } = table.Find("lineitemnumber")!.Column;
    public Column Sequence { get; } = table.Find("sequencenumber")!.Column;
    public Column Product { get; } = table.Find("productid")!.Column;
    public Column Unit { get; } = table.Find("uomid")!.Column;
    public Column ProductDescription { get; } = table.Find("productdescription")!.Column;
    public Column IsWriteIn { get; } = table.Find("isproductoverridden")!.Column;
    public Column Quantity { get; } = table.Find("quantity")!.Column;
    public Column Price { get; } = table.Find("priceperunit")!.Column;
    public Column VolumeDiscount { get; } = table.Find("volumediscountamount")!.Column;
    public Column ManualDiscount { get; } = table.Find("manualdiscountamount")!.Column;
    public Column Tax { get; } = table.Find("tax")!.Column;
    public Field Base { get; } = table.Find("baseamount")!;
    public Field Extended { get; } = table.Find("extendedamount")!;

    // What a line shows of its document.
    public Column Owner { get; } = table.Find("ownerid")!.Column;
    public Column Currency { get; } = table.Find("transactioncurrencyid")!.Column;
    public Column State { get; } = table.Find(document + "statecode")!.Column;
    public Column? PriceLock { get; } = table.Find(document + "ispricelocked")?.Column;
}
