namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>A posted invoice of an order.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsOnlyNamed">True when nothing but its reference, which people can edit, tells that it is of the order.</param>
internal sealed record PostedInvoice(string Number, bool IsOnlyNamed = false);
