using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>A coupled order that is not there in Business Central any more.</summary>
/// <param name="Coupling">Its coupling.</param>
/// <param name="InvoiceNo">Number of a posted invoice of it; null when there is none.</param>
/// <param name="ShipmentNo">Number of a posted shipment of it; null when there is none.</param>
/// <param name="Invoiced">What was invoiced of it; null when that is not known.</param>
internal sealed record GoneOrder(CouplingState Coupling, string? InvoiceNo, string? ShipmentNo, InvoicedShare? Invoiced = null)
{
    /// <summary>True when it went because it was invoiced.</summary>
    public bool IsPosted => InvoiceNo is not null && !IsPartlyInvoiced;

    /// <summary>True when less of it was invoiced than Sales has ordered, as far as is known.</summary>
    public bool IsPartlyInvoiced => InvoiceNo is not null && Invoiced is { IsLess: true };

    /// <summary>True when goods went out and no invoice is known of all: nobody but a person can tell what is to become of it.</summary>
    public bool IsUncertain => IsPartlyInvoiced || (InvoiceNo is null && ShipmentNo is not null);

    /// <summary>True when there is nothing of it in Business Central any more.</summary>
    public bool LooksDeleted => !IsPosted && !IsUncertain;
}
