using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// What posted documents keep of headers and lines, each table with columns of its own.
internal static class PostedColumns
{
    public static IReadOnlyList<(Column Own, Column From)> OfHeader() =>
    [
        Same(SalesHeaderTable.CustomerId), Same(SalesHeaderTable.Customer), Same(SalesHeaderTable.CustomerName),
        .. Address(SalesHeaderTable.SellTo), Same(SalesHeaderTable.Phone), Same(SalesHeaderTable.Email),
        Same(SalesHeaderTable.BillToCustomerId), Same(SalesHeaderTable.BillToCustomer), Same(SalesHeaderTable.BillToName),
        .. Address(SalesHeaderTable.BillTo), Same(SalesHeaderTable.ShipToName), Same(SalesHeaderTable.ShipToContact),
        .. Address(SalesHeaderTable.ShipTo), Same(SalesHeaderTable.ExternalNumber),
        ArchiveColumns.Keep("customerPurchaseOrderReference", SalesHeaderTable.YourReference),
        ArchiveColumns.Keep("invoiceDate", SalesHeaderTable.DocumentDate), Same(SalesHeaderTable.DueDate),
        Same(SalesHeaderTable.QuoteNumber), Same(SalesHeaderTable.DataverseId), Same(SalesHeaderTable.CurrencyId),
        Same(SalesHeaderTable.Currency), Same(SalesHeaderTable.CurrencyFactor), Same(SalesHeaderTable.PricesIncludeTax),
        Same(SalesHeaderTable.PaymentTermsId), Same(SalesHeaderTable.PaymentTerms), Same(SalesHeaderTable.ShipmentMethodId),
        Same(SalesHeaderTable.ShipmentMethod), Same(SalesHeaderTable.ShippingAgent), Same(SalesHeaderTable.Salesperson),
        Same(SalesHeaderTable.Dimension1), Same(SalesHeaderTable.Dimension2), Same(SalesHeaderTable.WorkDescription),
    ];

    public static IReadOnlyList<(Column Own, Column From)> OfLine() =>
    [
        Same(SalesLineTable.Type), Same(SalesLineTable.Number), Same(SalesLineTable.Description), Same(SalesLineTable.Description2),
        Same(SalesLineTable.Unit), Same(SalesLineTable.UnitQuantity), Same(SalesLineTable.UnitPrice),
        Same(SalesLineTable.DiscountPercent), Same(SalesLineTable.VatGroup), Same(SalesLineTable.TaxPercent),
        Same(SalesLineTable.AttachedTo), Same(SalesLineTable.ShipmentDate), Same(SalesLineTable.Location),
    ];

    private static (Column Own, Column From) Same(Column from) => ArchiveColumns.Keep(from.Name, from);

    private static IEnumerable<(Column Own, Column From)> Address(AddressColumns from) => from.All.Select(Same);
}
