namespace BcSalesSync.Runtime.Tests.Documents.Money;

/// <summary>A line that a seller writes.</summary>
/// <param name="Quantity">Quantity, up to three decimals.</param>
/// <param name="Price">Price of one, up to four decimals.</param>
/// <param name="DiscountPercent">What is granted on the line, given in Sales as an amount.</param>
/// <param name="Reduced">True for goods with the reduced rate of tax.</param>
internal sealed record SoldLine(decimal Quantity, decimal Price, int DiscountPercent, bool Reduced)
{
    /// <summary>Amount that is granted on the line.</summary>
    public decimal Discount => decimal.Round(Quantity * Price * DiscountPercent / 100, 2);

    public override string ToString() => $"{Quantity} × {Price} less {Discount}{(Reduced ? " reduced" : string.Empty)}";
}
