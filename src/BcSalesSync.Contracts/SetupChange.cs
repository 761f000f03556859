namespace BcSalesSync.Contracts;

/// <summary>A change of the switches; members that are null stay as they are.</summary>
public sealed record SetupChange
{
    /// <summary>Who owns rows created in Sales.</summary>
    public OwnershipModel? OwnershipModel { get; init; }

    /// <summary>Unit groups of items and resources of their own.</summary>
    public bool? UnitGroupMapping { get; init; }

    /// <summary>Prices from price lists.</summary>
    public bool? ExtendedPricing { get; init; }

    /// <summary>How sales orders travel.</summary>
    public SalesOrderIntegration? SalesOrderIntegration { get; init; }

    /// <summary>Submitted orders are created by themselves.</summary>
    public bool? AutoCreateSalesOrders { get; init; }

    /// <summary>Quotes are processed by themselves.</summary>
    public bool? AutoProcessQuotes { get; init; }

    /// <summary>Stock reaches Sales as it moves.</summary>
    public bool? ItemAvailability { get; init; }

    /// <summary>Item or resource for written-in products.</summary>
    public WriteInProductType? WriteInProductType { get; init; }

    /// <summary>Its number; empty for none.</summary>
    public string? WriteInProductNo { get; init; }

    /// <summary>Number of the G/L account for freight; empty for none.</summary>
    public string? FreightAccountNo { get; init; }

    /// <summary>Options of Sales may be added and relabelled.</summary>
    public bool? OptionChanges { get; init; }

    /// <summary>Lines of invoices that are text alone are left out in Sales.</summary>
    public bool? SkipInvoiceComments { get; init; }
}
