using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>The last version of an order that left Business Central, in the columns that live orders have.</summary>
/// <param name="Header">The header.</param>
/// <param name="Lines">The lines in their order.</param>
internal sealed record ArchivedOrder(Record Header, IReadOnlyList<Record> Lines)
{
    // Columns of the archive that live lines call otherwise.
    private static readonly Dictionary<string, string> LiveNames = new()
    {
        ["lineDiscountAmount"] = "discountAmount", ["amount"] = "amountExcludingTax", ["amountIncludingVAT"] = "amountIncludingTax",
        ["quantityShipped"] = "shippedQuantity",
    };

    /// <summary>A version of an order with the sums of its lines.</summary>
    public static ArchivedOrder Of(Record version, IEnumerable<Record> archived)
    {
        Record[] lines = [.. archived.Select(Live).OrderBy(line => line["sequence"].AsNumber())];
        var values = new Dictionary<string, FieldValue>(version.Values)
        {
            ["status"] = FieldValue.Text("Released"),
            ["lastShipmentDate"] = version["shipmentDate"],
            ["fullyInvoiced"] = version["invoiced"],
            ["fullyShipped"] = FieldValue.Boolean(lines.Any(IsSold) && lines.Where(IsSold).All(IsShipped)),
            ["discountAmount"] = Sum(lines, "invoiceDiscountAllocation"),
            ["totalAmountExcludingTax"] = Sum(lines, "amountExcludingTax"),
            ["totalTaxAmount"] = FieldValue.Number(Total(lines, "amountIncludingTax") - Total(lines, "amountExcludingTax")),
            ["totalAmountIncludingTax"] = Sum(lines, "amountIncludingTax"),
        };
        return new ArchivedOrder(version with { Values = values }, lines);
    }

    private static Record Live(Record line) => line with
    {
        Values = line.Values.ToDictionary(pair => LiveNames.GetValueOrDefault(pair.Key, pair.Key), pair => pair.Value),
    };

    private static bool IsSold(Record line) => !line["lineType"].IsEmpty;

    private static bool IsShipped(Record line) => (line["quantity"].AsNumber() ?? 0) == (line["shippedQuantity"].AsNumber() ?? 0);

    private static FieldValue Sum(Record[] lines, string column) => FieldValue.Number(Total(lines, column));

    private static decimal Total(Record[] lines, string column) => lines.Sum(line => line[column].AsNumber() ?? 0);
}
