using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>A coupled order that is not there in Business Central any more.</summary>
/// <param name="Coupling">Its coupling.</param>
/// <param name="InvoiceNo">Number of its posted invoice; null when it was deleted instead.</param>
internal sealed record GoneOrder(CouplingState Coupling, string? InvoiceNo)
{
    /// <summary>True when it went because everything of it is posted.</summary>
    public bool IsPosted => InvoiceNo is not null;
}
