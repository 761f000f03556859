using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Soak;

// Compares customers with accounts by name, straight from the simulated systems and without the product's help.
internal sealed class SideComparison(SandboxControl control)
{
    private static readonly (string Bc, string Sales)[] Fields =
    [
        ("phoneNumber", "telephone1"), ("email", "emailaddress1"), ("addressLine1", "address1_line1"), ("city", "address1_city"),
        ("postalCode", "address1_postalcode"), ("country", "address1_country"), ("website", "websiteurl"),
    ];

    // One line for each difference; none when both sides hold the same.
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var customers = await ByNameAsync("bc", "customers", "displayName", problems, cancellationToken);
        var accounts = await ByNameAsync("sales", "accounts", "name", problems, cancellationToken);
        problems.AddRange(customers.Keys.Except(accounts.Keys).Select(name => $"customer '{name}' has no account"));
        problems.AddRange(accounts.Keys.Except(customers.Keys).Select(name => $"account '{name}' has no customer"));
        foreach (var name in customers.Keys.Intersect(accounts.Keys))
        {
            problems.AddRange(Fields.Where(field => Text(customers[name], field.Bc) != Text(accounts[name], field.Sales))
                .Select(field =>
                    $"'{name}': {field.Bc} is '{Text(customers[name], field.Bc)}', {field.Sales} is '{Text(accounts[name], field.Sales)}'"));
        }

        var people = await control.RowsAsync("bc", "contacts", cancellationToken);
        var persons = people.Count(row => Text(row, "type") is "Person");
        var contacts = (await control.RowsAsync("sales", "contacts", cancellationToken)).Count;
        if (persons != contacts)
            problems.Add($"{persons} persons in Business Central, {contacts} contacts in Sales");
        return problems;
    }

    private async Task<Dictionary<string, JsonObject>> ByNameAsync(
        string system, string set, string column, List<string> problems, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, JsonObject>();
        foreach (var row in await control.RowsAsync(system, set, cancellationToken))
        {
            if (!rows.TryAdd(Text(row, column), row))
                problems.Add($"'{Text(row, column)}' exists twice in {set}");
        }

        return rows;
    }

    private static string Text(JsonObject row, string column) => row[column]?.ToString() ?? string.Empty;
}
