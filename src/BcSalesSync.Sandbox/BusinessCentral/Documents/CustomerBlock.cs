using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What a blocked customer gets no more.
internal static class CustomerBlock
{
    public static void CheckDocument(Row customer, string documentType) =>
        Check(customer, documentType, stopsShipments: documentType is SalesHeaderTable.Quote or SalesHeaderTable.Order, "create");

    public static void CheckPosting(Row customer, string documentType, bool ships) =>
        Check(customer, documentType, ships, "post");

    private static void Check(Row customer, string documentType, bool stopsShipments, string verb)
    {
        var blocked = customer.Text(CustomerTable.Blocked);
        var sells = documentType is SalesHeaderTable.Quote or SalesHeaderTable.Order or SalesHeaderTable.Invoice or "Blanket Order";
        if (blocked == "All" || (blocked == "Invoice" && sells) || (blocked == "Ship" && stopsShipments))
        {
            throw BcException.Dialog(
                $"You cannot {verb} this type of document when Customer {customer.Text(CustomerTable.Number)} is blocked with type "
                + blocked);
        }
    }
}
