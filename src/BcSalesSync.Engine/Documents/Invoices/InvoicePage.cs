using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Posted invoices that are worked on together.</summary>
/// <param name="Headers">Their headers.</param>
/// <param name="Watermark">Where to go on once they are settled; null when nothing is to be remembered.</param>
internal sealed record InvoicePage(IReadOnlyList<Record> Headers, Watermark? Watermark);
