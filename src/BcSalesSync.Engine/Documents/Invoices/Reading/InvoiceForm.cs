using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Reading;

/// <summary>
/// The tables in which Business Central shows posted invoices: those of the companion app, or of API v2.0, which tell less (spec/wire-bc.md 6,
/// 10).
/// </summary>
/// <param name="Headers">Table of the headers.</param>
/// <param name="Lines">Table of the lines.</param>
/// <param name="IsCompanion">True for those of the companion app.</param>
internal sealed record InvoiceForm(TableSchema Headers, TableSchema Lines, bool IsCompanion)
{
    private static readonly string[] AddressParts = ["Name", "AddressLine1", "AddressLine2", "City", "State", "PostCode", "Country"];

    private static readonly string[] Header =
    [
        "number", "orderId", "orderNumber", "dataverseId", "customerId", "customerNumber", "customerName", "customerPurchaseOrderReference",
        "dueDate", "shipmentDate", "currencyCode", "currencyFactor", "pricesIncludeTax", "paymentTermsCode", "paymentTermsId",
        "shipmentMethodCode", "shipmentMethodId", "shippingAgentCode", "salesperson", "workDescription", "discountAmount",
        "totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax", "remainingAmount", "cancelled", "status",
        .. AddressParts.Select(part => $"billTo{part}"), .. AddressParts.Select(part => $"shipTo{part}"),
    ];

    private static readonly string[] Line =
    [
        "documentId", "sequence", "lineType", "lineObjectNumber", "description", "unitOfMeasureCode", "quantity", "unitPrice", "discountAmount",
        "invoiceDiscountAllocation", "amountExcludingTax", "amountIncludingTax", "orderNumber",
    ];

    /// <summary>Columns of the headers that are read.</summary>
    public IReadOnlyList<string> HeaderColumns => [.. Header.Where(Headers.Columns.ContainsKey)];

    /// <summary>Columns of the lines that are read.</summary>
    public IReadOnlyList<string> LineColumns => [.. Line.Where(Lines.Columns.ContainsKey)];

    /// <summary>The tables that this connection offers; null when it offers none.</summary>
    public static async Task<InvoiceForm?> TryFindAsync(IEndpoint system, CancellationToken cancellationToken) =>
        await TryFindAsync(system, "postedInvoices", "postedInvoiceLines", true, cancellationToken).ConfigureAwait(false)
            ?? await TryFindAsync(system, "salesInvoices", "salesInvoiceLines", false, cancellationToken).ConfigureAwait(false);

    /// <summary>The tables that this connection offers.</summary>
    /// <exception cref="SyncException">It offers none.</exception>
    public static async Task<InvoiceForm> FindAsync(IEndpoint system, DateTimeOffset now, CancellationToken cancellationToken) =>
        await TryFindAsync(system, cancellationToken).ConfigureAwait(false)
            ?? throw new SyncException(DocumentErrors.TableMissing(now, "salesInvoices"));

    /// <summary>
    /// True for an invoice that is posted. API v2.0 shows those that are not among the others, and one that is released reads Open too; only a
    /// posted one names an order (spec/wire-bc.md 6).
    /// </summary>
    public bool IsPosted(Record header) =>
        IsCompanion || header["status"].ToString() is "Paid" or "Canceled" or "Corrective" || !header["orderNumber"].IsEmpty;

    private static async Task<InvoiceForm?> TryFindAsync(
        IEndpoint system, string headers, string lines, bool isCompanion, CancellationToken cancellationToken)
    {
        var header = await system.GetSchemaAsync(headers, cancellationToken).ConfigureAwait(false);
        var line = await system.GetSchemaAsync(lines, cancellationToken).ConfigureAwait(false);
        return header is null || line is null ? null : new InvoiceForm(header, line, isCompanion);
    }
}
