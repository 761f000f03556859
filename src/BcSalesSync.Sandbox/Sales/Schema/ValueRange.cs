namespace BcSalesSync.Sandbox.Sales.Schema;

// The bounds of a number, both included.
internal sealed record ValueRange(decimal Lowest, decimal Highest)
{
    public bool Holds(decimal number) => number >= Lowest && number <= Highest;
}
