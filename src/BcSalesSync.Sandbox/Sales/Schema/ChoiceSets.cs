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

    public static readonly Choice[] TeamType = [new(0, "Owner"), new(1, "Access"), new(2, "Security Group"), new(3, "Office Group")];

    public static readonly Choice[] AccessMode =
    [
        new(0, "Read-Write"), new(1, "Administrative"), new(2, "Read"), new(3, "Support User"), new(4, "Non-interactive"),
        new(5, "Delegated Admin"),
    ];

    public static readonly Choice[] Default = [new(1, "Default Value")];
}
