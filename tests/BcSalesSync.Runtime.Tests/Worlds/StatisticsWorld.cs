using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What happens to customers in Business Central, and the figures that accounts show of it.</summary>
internal static class StatisticsWorld
{
    public const string Job = "CUSTOMER-STATISTICS";

    /// <summary>A coupled customer more.</summary>
    public static async Task<CoupledPair> AddCustomerAsync(this OrderWorld world, string number)
    {
        await world.Desk.BcAsync("customers", new { number, displayName = $"Customer {number}" });
        return await world.World.CreateInSalesAsync("CUSTOMER", number);
    }

    /// <summary>A user writes a document with bikes in Business Central; returns it.</summary>
    public static async Task<JsonObject> WriteDocumentAsync(
        this OrderWorld world, string type, string customer, decimal price, decimal quantity = 1)
    {
        var header = (await world.Desk.BcAsync("salesHeaders", new { documentType = type, customerNumber = customer }))[0]!.AsObject();
        await world.Desk.BcAsync("salesLines", new
        {
            documentId = header.Id("id"), lineType = "Item", lineObjectNumber = "BIKE", quantity, unitPrice = price,
        });
        return header;
    }

    /// <summary>A user ships and invoices bikes.</summary>
    public static async Task PostAsync(this OrderWorld world, string customer, decimal price)
    {
        var order = await world.WriteDocumentAsync("Order", customer, price);
        await world.World.Session.RaiseSandboxEventAsync(
            "postOrder", new Dictionary<string, object?> { ["no"] = order["number"]!.ToString(), ["ship"] = true, ["invoice"] = true }, default);
    }

    /// <summary>Updates customers that are named, or all.</summary>
    public static Task<List<BcStatisticsResult>> UpdateStatisticsAsync(this OrderWorld world, params string[] numbers) =>
        world.Documents.UpdateStatisticsAsync(new StatisticsRequest { BcNos = numbers }, world.World.Observer, default).ToListAsync().AsTask();

    /// <summary>The job of the schedule; returns what it left in the log for the figures, beside the payment states of invoices.</summary>
    public static async Task<BcSyncJob> RunStatisticsJobAsync(this OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(31));
        var jobs = await world.World.Session.Schedule
            .RunAsync(new ScheduleRequest { Names = [Job] }, world.World.Observer, default).ToListAsync();
        return Assert.Single(jobs, job => job.Mapping == Job);
    }

    /// <summary>The figures at the account of a customer; null while there are none.</summary>
    public static async Task<JsonObject?> FiguresAsync(this OrderWorld world, CoupledPair customer) =>
        await customer.SalesAsync("nav_accountstatisticsid") is { Length: > 0 } id
            ? await world.Desk.RowAsync("sales", "nav_accountstatisticses", Guid.Parse(id)) : null;

    /// <summary>What an open document amounts to with tax.</summary>
    public static async Task<decimal> WithTaxAsync(this OrderWorld world, JsonObject document) =>
        (await world.BcLinesAsync(document)).Sum(line => line.Number("amountIncludingTax")!.Value);
}
