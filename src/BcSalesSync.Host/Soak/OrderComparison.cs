using System.Globalization;
using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Soak;

// Compares submitted orders with the orders of Business Central, straight from the simulated systems and without the product's help.
internal sealed class OrderComparison(SandboxControl control)
{
    // One line for each difference; none when each order exists exactly once, whole and to the cent.
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var headers = (await control.RowsAsync("bc", "salesHeaders", cancellationToken)).ToLookup(row => Text(row, "yourReference"));
        var lines = (await control.RowsAsync("bc", "salesLines", cancellationToken)).ToLookup(row => Text(row, "documentId"));
        var details = (await control.RowsAsync("sales", "salesorderdetails", cancellationToken)).ToLookup(row => Text(row, "_salesorderid_value"));
        var orders = await control.RowsAsync("sales", "salesorders", cancellationToken);
        var problems = orders.SelectMany(order => Problems(order, [.. headers[Text(order, "ordernumber")]], lines, details)).ToList();
        var known = orders.Select(order => Text(order, "ordernumber")).ToHashSet();
        problems.AddRange(headers.Where(group => !known.Contains(group.Key)).Select(group => $"Business Central has orders of '{group.Key}'"));
        return problems;
    }

    private static IEnumerable<string> Problems(
        JsonObject order, JsonObject[] headers, ILookup<string, JsonObject> lines, ILookup<string, JsonObject> details)
    {
        var number = Text(order, "ordernumber");
        if (headers is not [var header])
        {
            yield return $"{number} exists {headers.Length} times in Business Central";
            yield break;
        }

        var sold = lines[Text(header, "id")].ToArray();
        var asked = details[Text(order, "salesorderid")].Count();
        if (sold.Length != asked)
            yield return $"{number} has {asked} lines in Sales and {sold.Length} in Business Central";
        var (amount, total) = (sold.Sum(line => Amount(line, "amountExcludingTax")), Amount(order, "totalamountlessfreight"));
        if (amount != total)
            yield return FormattableString.Invariant($"{number} comes to {total} in Sales and to {amount} in Business Central");
    }

    private static string Text(JsonObject row, string column) => row[column]?.ToString() ?? string.Empty;

    private static decimal Amount(JsonObject row, string column) => decimal.Parse(row[column]!.ToString(), CultureInfo.InvariantCulture);
}
