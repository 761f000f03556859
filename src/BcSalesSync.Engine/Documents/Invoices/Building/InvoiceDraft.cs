using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>An invoice as it is to be created in Sales.</summary>
/// <param name="Header">Columns of the new row.</param>
/// <param name="Lines">Its lines, in the order in which they are created.</param>
/// <param name="Totals">Columns that are written once the lines are there.</param>
/// <param name="State">How far it is paid.</param>
/// <param name="PriceList">Its price list; null when it has none.</param>
/// <param name="Remarks">What is left out, in sentences.</param>
internal sealed record InvoiceDraft(
    IReadOnlyList<KeyValuePair<string, FieldValue>> Header,
    IReadOnlyList<InvoiceLineDraft> Lines,
    IReadOnlyList<KeyValuePair<string, FieldValue>> Totals,
    PaymentState State,
    PriceList? PriceList,
    IReadOnlyList<string> Remarks);
