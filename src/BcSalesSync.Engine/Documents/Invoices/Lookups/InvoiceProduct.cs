using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>An item or resource that lines bill.</summary>
/// <param name="Id">SystemId.</param>
/// <param name="IsBlocked">True when it is blocked.</param>
/// <param name="IsInFilter">True when its mapping takes it.</param>
internal sealed record InvoiceProduct(Guid Id, bool IsBlocked, bool IsInFilter)
{
    /// <summary>Its coupling; null when there is none.</summary>
    public CouplingState? Coupling { get; init; }

    /// <summary>Default unit of the product in Sales; null when the product is gone.</summary>
    public Guid? DefaultUnit { get; init; }

    /// <summary>True when it is sent to Sales before the invoice.</summary>
    public bool IsSentFirst { get; init; }

    /// <summary>Why sending it failed; null when it did not.</summary>
    public BcSyncError? Error { get; init; }

    /// <summary>Its units by code.</summary>
    public IReadOnlyDictionary<string, InvoiceUnit> Units { get; init; } = new Dictionary<string, InvoiceUnit>();
}
