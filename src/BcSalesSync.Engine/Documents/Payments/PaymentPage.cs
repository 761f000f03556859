using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>Coupled invoices whose payment is looked at together.</summary>
/// <param name="Invoices">Their couplings.</param>
/// <param name="Watermark">Where to go on once they are settled; null when nothing is to be remembered.</param>
internal sealed record PaymentPage(IReadOnlyList<CouplingState> Invoices, Watermark? Watermark);
