using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>A coupled order that is not there in Business Central any more.</summary>
/// <param name="Coupling">Its coupling.</param>
/// <param name="InvoiceNo">Number of a posted invoice of it; null when there is none.</param>
/// <param name="ShipmentNo">Number of a posted shipment of it; null when there is none.</param>
internal sealed record GoneOrder(CouplingState Coupling, string? InvoiceNo, string? ShipmentNo)
{
    /// <summary>True when it went because it was invoiced.</summary>
    public bool IsPosted => InvoiceNo is not null;

    /// <summary>True when goods went out and no invoice is known: nobody but a person can tell what is to become of it.</summary>
    public bool IsUncertain => InvoiceNo is null && ShipmentNo is not null;
}
