namespace BcSalesSync.Contracts;

/// <summary>The switches that shape the mappings (spec/mappings.md 5.1).</summary>
public sealed record BcSyncSetup
{
    /// <summary>Who owns rows created in Sales.</summary>
    public required OwnershipModel OwnershipModel { get; init; }

    /// <summary>Each item and resource has a unit group of its own in Sales; otherwise they share one for each unit of measure.</summary>
    public bool UnitGroupMapping { get; init; }

    /// <summary>Prices come from price lists instead of customer price groups.</summary>
    public bool ExtendedPricing { get; init; }

    /// <summary>How sales orders travel.</summary>
    public SalesOrderIntegration SalesOrderIntegration { get; init; }

    /// <summary>Submitted orders are to be created in Business Central by themselves; belongs to orders that travel one way.</summary>
    public bool AutoCreateSalesOrders { get; init; }

    /// <summary>Active and won quotes are to be processed in Business Central by themselves.</summary>
    public bool AutoProcessQuotes { get; init; }

    /// <summary>The stock of items is to reach Sales as soon as it moves.</summary>
    public bool ItemAvailability { get; init; }

    /// <summary>Whether written-in products are an item or a resource.</summary>
    public WriteInProductType WriteInProductType { get; init; }

    /// <summary>Number of the item or resource that stands for written-in products; null for none. It is never synchronised.</summary>
    public string? WriteInProductNo { get; init; }

    /// <summary>Number of the G/L account that takes the freight of orders and quotes; null to take the one set up in Business Central.</summary>
    public string? FreightAccountNo { get; init; }

    /// <summary>Options of Sales, such as its payment terms, may be added and relabelled.</summary>
    public bool OptionChanges { get; init; }

    /// <summary>Lines of posted invoices that are text alone are left out in Sales; otherwise they arrive as lines without an amount.</summary>
    public bool SkipInvoiceComments { get; init; }
}
