using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

// What tests of sales documents do.
public static class DocumentSteps
{
    public const string Headers = "sync:salesHeaders";
    public const string Lines = "sync:salesLines";

    public static object Desk(decimal quantity = 1m, decimal price = 100m) =>
        new { lineType = "Item", lineObjectNumber = "1896-S", quantity, unitPrice = price };

    // An order in euro over these lines.
    public static Task<JsonElement> OrderAsync(this BcClient bc, params object[] lines) =>
        bc.DocumentAsync("Order", "C40000", lines);

    public static Task<JsonElement> DocumentAsync(this BcClient bc, string documentType, string customerNumber, params object[] lines) =>
        bc.CreateAsync(Headers, new { documentType, customerNumber, salesLines = lines });

    public static async Task<List<JsonElement>> LinesAsync(this BcClient bc, JsonElement header) =>
        await bc.ReadAsync($"{Headers}({header.Text("id")})/salesLines");

    public static async Task<JsonElement> AgainAsync(this BcClient bc, JsonElement header, string set = Headers) =>
        await bc.FindAsync(set, $"id eq {header.Text("id")}");

    public static Task<(HttpStatusCode Status, JsonElement Body)> ActAsync(
        this BcClient bc, JsonElement row, string action, string set = Headers) =>
        bc.SendAsync(HttpMethod.Post, $"{bc.PathOf(set)}({row.Text("id")})/Microsoft.NAV.{action}", "{}", ("If-Match", "*"));

    public static async Task DoneAsync(this BcClient bc, JsonElement row, string action, string set = Headers)
    {
        var (status, body) = await bc.ActAsync(row, action, set);
        Assert.True(status == HttpStatusCode.NoContent, body.ToString());
    }

    // Runs an action that makes a record and answers its id.
    public static async Task<string> MadeAsync(this BcClient bc, JsonElement row, string action, string set = Headers)
    {
        var (status, body) = await bc.ActAsync(row, action, set);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        Assert.EndsWith("/$metadata#Edm.Guid", body.Text("@odata.context"));
        return body.Text("value");
    }

    public static Task<JsonElement> EventAsync(this BcClient bc, object details) => bc.PostAsync("events", details);

    public static async Task<string> RefusedEventAsync(this BcClient bc, object details)
    {
        var (status, body) = await bc.SendAsync(HttpMethod.Post, "/sandbox/events", details);
        Assert.True(status == HttpStatusCode.BadRequest, body.ToString());
        return BcClient.MessageOf(body);
    }
}
