using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Quotes, orders and invoices as far as their options go: nobody writes one here yet, but organisations have the columns.
internal static class DocumentTables
{
    public static SalesTable Quote() => new("quote", "quotes", "Quote",
        [Text("name", 300), Text("quotenumber", 100), FreightTerms(), .. Terms()]) { TypeCode = 1084, IsReadOnly = true };

    public static SalesTable Order() => new("salesorder", "salesorders", "Order",
        [Text("name", 300), Text("ordernumber", 100), FreightTerms(), .. Terms()]) { TypeCode = 1088, IsReadOnly = true };

    public static SalesTable Invoice() => new("invoice", "invoices", "Invoice",
        [Text("name", 300), Text("invoicenumber", 100), .. Terms()]) { TypeCode = 1090, IsReadOnly = true };

    private static Field FreightTerms() => Pick("freighttermscode", ChoiceSets.FreightTerms);

    private static IEnumerable<Field> Terms() =>
    [
        Pick("paymenttermscode", ChoiceSets.PaymentTerms), Pick("shippingmethodcode", ChoiceSets.ShippingMethod),
        .. StandardFields.Ownership(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ];
}
