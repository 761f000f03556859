using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// What Business Central knows of an account in its local currency; the integration solution adds the table (wire-dataverse 10).
internal static class StatisticsTable
{
    private static readonly string[] Amounts =
    [
        "nav_balancelcy", "nav_outstandingorderslcy", "nav_shippednotinvoicedlcy", "nav_outstandinginvoiceslcy",
        "nav_outstandingserviceorderslcy", "nav_servshippednotinvoicedlcy", "nav_outstandingservinvoiceslcy", "nav_totallcy",
        "nav_creditlimitlcy", "nav_overdueamountslcy", "nav_totalsaleslcy", "nav_invoicedprepaymentamountlcy",
    ];

    public static SalesTable Create() => new("nav_accountstatistics", "nav_accountstatisticses", "Account Statistics",
    [
        Text("nav_name", 160), Text("nav_customerno", 20), DateOnly("nav_overdueamountsasof"), .. Amounts.Select(Money),
        .. StandardFields.Currency(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 10410,
        PrimaryName = "nav_name",
    };
}
