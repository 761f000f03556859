namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>A figure of the account statistics (spec/documents.md 5.5).</summary>
/// <param name="Bc">Column in Business Central.</param>
/// <param name="Sales">Column in Sales.</param>
internal sealed record StatisticsFigure(string Bc, string Sales)
{
    /// <summary>Balance, shown in results.</summary>
    public static StatisticsFigure Balance { get; } = new("balanceLCY", "nav_balancelcy");

    /// <summary>Sales of the fiscal year, shown in results.</summary>
    public static StatisticsFigure TotalSales { get; } = new("totalSalesLCY", "nav_totalsaleslcy");

    /// <summary>All figures with the companion app.</summary>
    public static IReadOnlyList<StatisticsFigure> Companion { get; } =
    [
        new("displayName", "nav_name"),
        new("number", "nav_customerno"),
        Balance,
        new("outstandingOrdersLCY", "nav_outstandingorderslcy"),
        new("shippedNotInvoicedLCY", "nav_shippednotinvoicedlcy"),
        new("outstandingInvoicesLCY", "nav_outstandinginvoiceslcy"),
        new("outstandingServiceOrdersLCY", "nav_outstandingserviceorderslcy"),
        new("serviceShippedNotInvoicedLCY", "nav_servshippednotinvoicedlcy"),
        new("outstandingServiceInvoicesLCY", "nav_outstandingservinvoiceslcy"),
        new("totalLCY", "nav_totallcy"),
        new("creditLimitLCY", "nav_creditlimitlcy"),
        new("overdueAmountLCY", "nav_overdueamountslcy"),
        new("overdueAmountsAsOf", "nav_overdueamountsasof"),
        TotalSales,
        new("invoicedPrepaymentAmountLCY", "nav_invoicedprepaymentamountlcy"),
    ];

    /// <summary>What API v2.0 alone tells; the other figures are left out.</summary>
    public static IReadOnlyList<StatisticsFigure> Standard { get; } =
    [
        new("number", "nav_customerno"),
        new("balance", Balance.Sales),
        new("overdueAmount", "nav_overdueamountslcy"),
    ];
}
