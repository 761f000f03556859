using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// One hand-made item of the seed "cronus".
internal sealed record CronusItem(string Number, string Name, decimal Price, decimal Cost)
{
    public string Type { get; init; } = ItemTable.Inventory;

    public string Unit { get; init; } = "PCS";

    // A second unit: its code and how many base units it holds.
    public (string Code, decimal Quantity)? Pack { get; init; }

    public string Vendor { get; init; } = "";

    public string VendorItem { get; init; } = "";

    public decimal Volume { get; init; }

    public decimal Weight { get; init; }

    public bool Blocked { get; init; }

    // What was bought, and what of it was sold again.
    public (decimal Bought, decimal Sold) Moved { get; init; }
}
