namespace BcSalesSync.Sandbox.Seeds;

// One hand-made vendor of the seed "cronus".
internal sealed record CronusVendor(
    string Number, string Name, string Address, string PostCode, string City, string Country, string Purchaser)
{
    public string County { get; init; } = "";

    public string Currency { get; init; } = "";

    public string Terms { get; init; } = "";

    public string ShipmentMethod { get; init; } = "";

    public string Agent { get; init; } = "";

    public string Blocked { get; init; } = " ";
}
