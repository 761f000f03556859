using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>What becomes of the payment state of one invoice.</summary>
/// <param name="Coupling">Coupling of the invoice.</param>
/// <param name="Invoice">The posted invoice; null when it is gone.</param>
/// <param name="Row">Its row in Sales; null when it is gone.</param>
internal sealed record PaymentChange(CouplingState Coupling, Record? Invoice, Record? Row)
{
    /// <summary>How a write ended; null when nothing was to be written.</summary>
    public WriteStatus? Status { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public EndpointFailure? Failure { get; init; }

    /// <summary>The state that the row should have; null when there is nothing to compare.</summary>
    public PaymentState? Wanted => Invoice is null || Row is null ? null : PaymentState.Of(Invoice);

    /// <summary>True when the row has another state.</summary>
    public bool Differs => Wanted is { } wanted && wanted != PaymentState.OfRow(Row!);
}
