namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>What was invoiced of an order that left Business Central, and what Sales has ordered.</summary>
/// <param name="Invoiced">Quantity of items and resources on posted invoices.</param>
/// <param name="Ordered">Quantity of the lines in Sales.</param>
internal sealed record InvoicedShare(decimal Invoiced, decimal Ordered)
{
    /// <summary>True when something is left that was never invoiced.</summary>
    public bool IsLess => Invoiced < Ordered;
}
