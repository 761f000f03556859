namespace BcSalesSync.Sandbox.Seeds;

// One hand-made customer of the seed "cronus" with its persons, the first of them primary contact when wanted.
internal sealed record CronusCustomer(string Number, string Name, string Address, string PostCode, string City, string Country,
    string Salesperson)
{
    public string County { get; init; } = "";

    public string Currency { get; init; } = "";

    public string Terms { get; init; } = "";

    public string ShipmentMethod { get; init; } = "";

    public string Agent { get; init; } = "";

    public string PriceGroup { get; init; } = "";

    public decimal CreditLimit { get; init; }

    public string Blocked { get; init; } = " ";

    public bool HasPrimary { get; init; }

    public IReadOnlyList<string> Persons { get; init; } = [];
}
