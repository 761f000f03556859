using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>What people change on both sides of a seed of twelve synchronised customers, and how both sides have to look in the end.</summary>
internal static class BusyDay
{
    public const string Seed = "scale:12";
    private const int Customers = 12 + 3 + 3;
    private const int Persons = 2 + 2 + 2;

    public static async Task PassAsync(SandboxDesk desk)
    {
        var customers = await ByNameAsync(desk, "bc", "customers", "displayName");
        var accounts = await ByNameAsync(desk, "sales", "accounts", "name");
        await desk.BcAsync("customers", [.. Numbers(1, 4).Select(name => new { id = customers[name]["id"], addressLine2 = "Rear building" })]);
        await desk.SalesAsync("accounts", [.. Numbers(3, 6).Select(name => new { accountid = accounts[name]["accountid"], websiteurl = "https://www.customer.example" })]);
        await desk.BcAsync("customers", new { id = customers["Customer 000007"]["id"], city = "Bremen" });
        await desk.SalesAsync("accounts", new { accountid = accounts["Customer 000007"]["accountid"], address1_city = "Leipzig" });
        foreach (var name in new[] { "Alpine Ski House", "Blue Yonder Airlines", "City Power & Light" })
            await AddCustomerAsync(desk, name);
        foreach (var name in new[] { "Fabrikam", "Litware", "Northwind" })
            await AddAccountAsync(desk, name);
        await desk.BcAsync("contacts", new { type = "Person", displayName = "Front Desk", companyNumber = "CT000001" });
        await desk.BcAsync("contacts", new { type = "Person", displayName = "Back Office", companyNumber = "CT000002" });
    }

    public static async Task AssertInStepAsync(SandboxDesk desk, ISyncSession session)
    {
        await AssertCoupledAsync(desk, session, "CUSTOMER", "displayName", Customers);
        if (await session.GetTableMappingsAsync("CONTACT", default).FirstAsync() is { Enabled: true })
            await AssertCoupledAsync(desk, session, "CONTACT", "displayName", Persons);
        var customers = await ByNameAsync(desk, "bc", "customers", "displayName");
        Assert.Equal(("Rear building", "https://www.customer.example"), Text(customers["Customer 000003"], "addressLine2", "website"));
        Assert.Equal(("Rear building", ""), Text(customers["Customer 000002"], "addressLine2", "website"));
        Assert.Equal(("", "https://www.customer.example"), Text(customers["Customer 000005"], "addressLine2", "website"));
        var accounts = await ByNameAsync(desk, "sales", "accounts", "name");
        Assert.Equal("Bremen", (string?)accounts["Customer 000007"]["address1_city"]);
    }

    private static IEnumerable<string> Numbers(int first, int last) => Enumerable.Range(first, last - first + 1).Select(i => $"Customer {i:000000}");

    private static async Task AddCustomerAsync(SandboxDesk desk, string name) =>
        await desk.BcAsync("customers", new { displayName = name, city = "Kiel", salespersonCode = "JO", customerPostingGroup = "DOMESTIC" });

    private static async Task AddAccountAsync(SandboxDesk desk, string name)
    {
        var account = (await desk.SalesAsync("accounts", new { name, customertypecode = 3, address1_city = "Rostock" }))[0]!["accountid"]!.GetValue<Guid>();
        if (name == "Northwind")
            return;
        await desk.SalesAsync("contacts", new Dictionary<string, object>
        {
            ["firstname"] = "Reception", ["lastname"] = name, ["parentcustomerid_account@odata.bind"] = $"/accounts({account})",
        });
    }

    private static async Task AssertCoupledAsync(SandboxDesk desk, ISyncSession session, string mapping, string bcName, int count)
    {
        var sets = MappedSets.Of(mapping);
        var records = (await desk.RowsAsync("bc", sets.Bc)).Where(row => mapping != "CONTACT" || (string?)row["type"] == "Person").ToDictionary(row => row["id"]!.GetValue<Guid>());
        var rows = (await desk.RowsAsync("sales", sets.Sales)).ToDictionary(row => row[sets.SalesKey]!.GetValue<Guid>());
        var couplings = await session.GetCouplingsAsync(new CouplingQuery { Mapping = mapping }, default).ToListAsync();
        Assert.Equal((count, count, count), (records.Count, rows.Count, couplings.Count));
        Assert.Equal(count, records.Values.Select(row => (string?)row[bcName]).Distinct().Count());
        var fields = await TwoWayTextsAsync(session, mapping, records.Values.First(), rows.Values.First());
        Assert.InRange(fields.Count, 6, 40);
        foreach (var coupling in couplings)
        {
            foreach (var (bc, sales) in fields)
                Assert.Equal((coupling.BcNo, bc, Shown(records[coupling.BcId], bc)), (coupling.BcNo, bc, Shown(rows[coupling.SalesId], sales)));
        }
    }

    // References and choices are named differently on each side; they are none of these edits.
    private static async Task<List<(string Bc, string Sales)>> TwoWayTextsAsync(ISyncSession session, string mapping, JsonObject record, JsonObject row)
    {
        var fields = await session.GetFieldMappingsAsync(mapping, null, default).ToListAsync();
        return [.. fields.Where(field => field is { Enabled: true, Unavailable: null, Direction: SyncDirection.Both, BcField: not null, SalesField: not null })
            .Select(field => (field.BcField!, field.SalesField!)).Where(pair => record.ContainsKey(pair.Item1) && row.ContainsKey(pair.Item2))];
    }

    private static string Shown(JsonObject row, string column) => row[column]?.ToString() ?? string.Empty;

    private static (string, string) Text(JsonObject row, string first, string second) => (Shown(row, first), Shown(row, second));

    private static async Task<Dictionary<string, JsonObject>> ByNameAsync(SandboxDesk desk, string system, string set, string column) =>
        (await desk.RowsAsync(system, set)).ToDictionary(row => (string)row[column]!);
}
