namespace BcSalesSync.Sandbox.Sales.Schema;

// The default options of an organisation (wire-dataverse 8).
internal static class ChoiceSets
{
    public static readonly Choice[] CustomerType =
    [
        new(1, "Competitor"), new(2, "Consultant"), new(3, "Customer"), new(4, "Investor"), new(5, "Partner"), new(6, "Influencer"),
        new(7, "Press"), new(8, "Prospect"), new(9, "Reseller"), new(10, "Supplier"), new(11, "Vendor"), new(12, "Other"),
    ];

    public static readonly Choice[] PaymentTerms =
        [new(1, "Net 30"), new(2, "2% 10, Net 30"), new(3, "Net 45"), new(4, "Net 60")];

    public static readonly Choice[] FreightTerms = [new(1, "FOB"), new(2, "No Charge")];

    public static readonly Choice[] ShippingMethod =
    [
        new(1, "Airborne"), new(2, "DHL"), new(3, "FedEx"), new(4, "UPS"), new(5, "Postal Mail"), new(6, "Full Load"), new(7, "Will Call"),
    ];

    public static readonly Choice[] ContactMethod = [new(1, "Any"), new(2, "Email"), new(3, "Phone"), new(4, "Fax"), new(5, "Mail")];

    public static readonly Choice[] ProductType =
        [new(1, "Sales Inventory"), new(2, "Miscellaneous Charges"), new(3, "Services"), new(4, "Flat Fees")];

    public static readonly Choice[] ProductStructure = [new(1, "Product"), new(2, "Product Family"), new(3, "Product Bundle")];

    public static readonly Choice[] PricingMethod =
    [
        new(1, "Currency Amount"), new(2, "Percent of List"), new(3, "Percent Markup - Current Cost"),
        new(4, "Percent Margin - Current Cost"), new(5, "Percent Markup - Standard Cost"), new(6, "Percent Margin - Standard Cost"),
    ];

    public static readonly Choice[] QuantitySelling = [new(1, "No Control"), new(2, "Whole"), new(3, "Whole and Fractional")];

    public static readonly Choice[] RoundingPolicy = [new(1, "None"), new(2, "Up"), new(3, "Down"), new(4, "To Nearest")];

    public static readonly Choice[] RoundingOption = [new(1, "Ends in"), new(2, "Multiple of")];

    public static readonly Choice[] Rating = [new(1, "Hot"), new(2, "Warm"), new(3, "Cold")];

    public static readonly Choice[] SalesStage = [new(0, "Qualify"), new(1, "Develop"), new(2, "Propose"), new(3, "Close")];

    public static readonly Choice[] BudgetStatus =
        [new(0, "No Committed Budget"), new(1, "May Buy"), new(2, "Can Buy"), new(3, "Will Buy")];

    public static readonly Choice[] Need = [new(0, "Must have"), new(1, "Should have"), new(2, "Good to have"), new(3, "No need")];

    public static readonly Choice[] Timeframe =
        [new(0, "Immediate"), new(1, "This Quarter"), new(2, "Next Quarter"), new(3, "This Year"), new(4, "Not known")];

    public static readonly Choice[] InitialCommunication = [new(0, "Contacted"), new(1, "Not Contacted")];

    public static readonly Choice[] PurchaseProcess = [new(0, "Individual"), new(1, "Committee"), new(2, "Unknown")];

    public static readonly Choice[] TeamType = [new(0, "Owner"), new(1, "Access"), new(2, "Security Group"), new(3, "Office Group")];

    public static readonly Choice[] AccessMode =
    [
        new(0, "Read-Write"), new(1, "Administrative"), new(2, "Read"), new(3, "Support User"), new(4, "Non-interactive"),
        new(5, "Delegated Admin"),
    ];

    public static readonly Choice[] LineType =
    [
        new(1, "Product"), new(2, "Bundle"), new(3, "Required Bundle Product"), new(4, "Optional Bundle Product"),
        new(5, "Project-based Service"),
    ];

    public static readonly Choice[] PropertyConfiguration = [new(0, "Edit"), new(1, "Rectify"), new(2, "Not Configured")];

    public static readonly Choice[] PostSource = [new(1, "Auto Post"), new(2, "Manual Post")];

    public static readonly Choice[] PostType =
    [
        new(1, "Check-in"), new(2, "Idea"), new(3, "News"), new(4, "Private Message"), new(5, "Question"), new(6, "Re-post"),
        new(7, "Status"),
    ];

    public static readonly Choice[] Default = [new(1, "Default Value")];
}
