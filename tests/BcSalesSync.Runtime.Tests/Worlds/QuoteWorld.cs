using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What sellers do with quotes, and what became of them in Business Central.</summary>
internal static class QuoteWorld
{
    /// <summary>A seller writes a quote and leaves it a draft; returns its id.</summary>
    public static async Task<Guid> DraftAsync(
        this OrderWorld world, (string Column, object? Value)[]? header = null, params Dictionary<string, object?>[] lines)
    {
        var values = new Dictionary<string, object?> { ["name"] = "Bikes for Ely", ["customerid"] = world.Customer.SalesId };
        foreach (var (column, value) in header ?? [])
            values[column] = value;
        var rows = await world.Desk.SalesAsync("quotes", values);
        var id = rows[0]!["quoteid"]!.GetValue<Guid>();
        await world.AddLinesAsync(id, lines);
        return id;
    }

    /// <summary>Adds lines to a draft.</summary>
    public static async Task AddLinesAsync(this OrderWorld world, Guid quote, params Dictionary<string, object?>[] lines)
    {
        var position = 0;
        foreach (var line in lines)
        {
            line["quoteid"] = quote;
            line.TryAdd("sequencenumber", ++position);
            if (line.TryGetValue("uomid", out var unit) && unit is null)
                line["uomid"] = (await world.World.ProductAsync((Guid)line["productid"]!)).Id("defaultuomid")!.Value;
            await world.Desk.SalesAsync("quotedetails", line);
        }
    }

    /// <summary>A seller writes a quote and sends it to the customer.</summary>
    public static async Task<Guid> QuoteAsync(
        this OrderWorld world, (string Column, object? Value)[]? header = null, params Dictionary<string, object?>[] lines)
    {
        var quote = await world.DraftAsync(header, lines);
        await world.ActivateAsync(quote);
        return quote;
    }

    public static Task ActivateAsync(this OrderWorld world, Guid quote) => world.PlayAsync("activateQuote", quote);

    /// <summary>The customer accepts; returns the id of the order.</summary>
    public static async Task<Guid> WinAsync(this OrderWorld world, Guid quote, bool submit = true) =>
        Guid.Parse((await world.PlayAsync("winQuote", quote, ("submit", submit)))["orderId"]!.ToString());

    /// <summary>A seller revises a quote; returns the id of the new draft.</summary>
    public static async Task<Guid> ReviseAsync(this OrderWorld world, Guid quote) =>
        Guid.Parse((await world.PlayAsync("reviseQuote", quote))["quoteId"]!.ToString());

    /// <summary>Processes all quotes that wait.</summary>
    public static Task<List<BcDocumentResult>> ProcessAsync(this OrderWorld world) => world.ProcessAsync(new DocumentRequest());

    /// <summary>Processes quotes that are named.</summary>
    public static Task<List<BcDocumentResult>> ProcessAsync(this OrderWorld world, params Guid[] quotes) =>
        world.ProcessAsync(new DocumentRequest { SalesIds = quotes });

    public static Task<List<BcDocumentResult>> ProcessAsync(this OrderWorld world, DocumentRequest request) =>
        world.Documents.ImportQuotesAsync(request, world.World.Observer, default).ToListAsync().AsTask();

    /// <summary>A currency that sellers use; returns its id.</summary>
    public static async Task<Guid> AddSalesCurrencyAsync(this OrderWorld world, string code)
    {
        var rows = await world.Desk.SalesAsync("transactioncurrencies", new
        {
            isocurrencycode = code, currencyname = code, currencysymbol = code, exchangerate = 0.9m, currencyprecision = 2,
        });
        return rows[0]!["transactioncurrencyid"]!.GetValue<Guid>();
    }

    /// <summary>Quotes in Business Central.</summary>
    public static async Task<IReadOnlyList<JsonObject>> BcQuotesAsync(this OrderWorld world) =>
        [.. (await world.Desk.RowsAsync("bc", "salesHeaders")).Where(row => row["documentType"]?.ToString() == "Quote")];

    /// <summary>What a document in Business Central comes to, without tax.</summary>
    public static async Task<decimal> TotalAsync(this OrderWorld world, JsonObject header) =>
        (await world.BcLinesAsync(header)).Sum(line => line.Number("amountExcludingTax") ?? 0);

    /// <summary>Versions of quotes that are kept in the archive.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ArchiveAsync(this OrderWorld world) =>
        [.. (await world.Desk.RowsAsync("bc", "salesHeaderArchives")).Where(row => row["documentType"]?.ToString() == "Quote")];

    /// <summary>A quote in Sales.</summary>
    public static async Task<JsonObject> SalesQuoteAsync(this OrderWorld world, Guid id) => (await world.Desk.RowAsync("sales", "quotes", id))!;

    /// <summary>A user releases a document in Business Central.</summary>
    public static Task ReleaseAsync(this OrderWorld world, JsonObject document) =>
        world.Desk.SilentlyAsync("bc", "salesHeaders", new { id = document.Id("id"), status = "Released" });

    private static async Task<JsonObject> PlayAsync(
        this OrderWorld world, string type, Guid quote, params (string Name, object? Value)[] more)
    {
        var arguments = new Dictionary<string, object?> { ["quoteId"] = quote.ToString() };
        foreach (var (name, value) in more)
            arguments[name] = value;
        var answer = await world.World.Session.RaiseSandboxEventAsync(type, arguments, default);
        return answer.Length == 0 ? [] : JsonNode.Parse(answer)!.AsObject();
    }
}
