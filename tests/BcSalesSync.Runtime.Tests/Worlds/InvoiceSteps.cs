using System.Text.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Orders that are posted in Business Central, and what becomes of their invoices in Sales.</summary>
internal static class InvoiceSteps
{
    /// <summary>Raises an event of the sandbox; returns its answer.</summary>
    public static async Task<JsonObject> RaiseAsync(this OrderWorld world, string type, params (string Name, object? Value)[] arguments)
    {
        var answer = await world.World.Session.RaiseSandboxEventAsync(
            type, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), default);
        return answer.Length == 0 ? [] : JsonNode.Parse(answer)!.AsObject();
    }

    /// <summary>Takes all orders over that wait and posts the newest one; returns the number of its invoice.</summary>
    public static async Task<string> ImportAndPostAsync(this OrderWorld world)
    {
        var result = Assert.Single(await world.ImportAsync());
        Assert.Null(result.Error);
        return await world.PostAsync(result.BcNo!);
    }

    /// <summary>Ships and invoices an order; returns the number of the invoice.</summary>
    public static async Task<string> PostAsync(this OrderWorld world, string order) =>
        Find(await world.RaiseAsync("postOrder", ("no", order), ("ship", true), ("invoice", true)), "invoiceNo")!;

    /// <summary>Posts an order that somebody entered in Business Central; returns the number of the invoice.</summary>
    public static async Task<string> PostOwnAsync(this OrderWorld world, object header, params object[] lines)
    {
        var rows = await world.Desk.BcAsync("salesHeaders", header);
        var id = rows[0]!["id"]!.GetValue<Guid>();
        foreach (var line in lines)
        {
            // Business Central wants to know the document first.
            var row = new JsonObject { ["documentId"] = id };
            foreach (var (column, value) in JsonSerializer.SerializeToNode(line)!.AsObject())
                row[column] = value?.DeepClone();
            await world.Desk.BcAsync("salesLines", row);
        }

        return await world.PostAsync(rows[0]!["number"]!.ToString());
    }

    /// <summary>Sends invoices to Sales by number.</summary>
    public static Task<List<BcDocumentResult>> PublishAsync(this OrderWorld world, params string[] numbers) =>
        world.Documents.PublishInvoicesAsync(new InvoiceRequest { BcNos = numbers }, world.World.Observer, default).ToListAsync().AsTask();

    /// <summary>Sends an invoice that is refused: named with a next step, and nothing of it is written.</summary>
    public static async Task<BcSyncError> RefusedAsync(this OrderWorld world, string number, string problem, FailureClass failure)
    {
        var error = Assert.Single(await world.PublishAsync(number)).Error!;
        Assert.Equal(($"BcSync.Invoice.{problem}", failure, number), (error.ErrorId, error.Class, error.BcNo));
        Assert.Contains(number, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Empty(await world.Desk.RowsAsync("sales", "invoices"));
        Assert.Empty(await world.Desk.RowsAsync("sales", "invoicedetails"));
        Assert.Empty(await world.World.CouplingsAsync("POSTEDSALESINV-INV"));
        return error;
    }

    /// <summary>The invoice in Sales; null when there is none.</summary>
    public static async Task<JsonObject?> SalesInvoiceAsync(this OrderWorld world, string number) =>
        (await world.Desk.RowsAsync("sales", "invoices")).SingleOrDefault(row => row["invoicenumber"]?.ToString() == number);

    /// <summary>Its lines, in their order.</summary>
    public static async Task<IReadOnlyList<JsonObject>> SalesInvoiceLinesAsync(this OrderWorld world, JsonObject invoice) =>
        [.. (await world.Desk.RowsAsync("sales", "invoicedetails")).Where(line => line.Id("invoiceid") == invoice.Id("invoiceid"))
            .OrderBy(line => line.Number("lineitemnumber"))];

    /// <summary>The posted invoice in Business Central.</summary>
    public static async Task<JsonObject> PostedAsync(this OrderWorld world, string number) =>
        (await world.Desk.RowsAsync("bc", "postedInvoices")).Single(row => row["number"]?.ToString() == number);

    /// <summary>State and status of an invoice in Sales.</summary>
    public static async Task<(int State, int Status)> StateAsync(this OrderWorld world, string number)
    {
        var row = (await world.SalesInvoiceAsync(number))!;
        return (row["statecode"]!.GetValue<int>(), row["statuscode"]!.GetValue<int>());
    }

    private static string? Find(JsonObject answer, string name) =>
        answer.TryGetPropertyValue(name, out var value) ? value?.ToString()
            : answer.Select(property => property.Value).OfType<JsonObject>().Select(inner => Find(inner, name)).FirstOrDefault(found => found is not null);
}
