using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What surrounds orders: currencies, set-up, customers of customers.</summary>
internal static class OrderSteps
{
    /// <summary>A currency of Sales; added when it is not there.</summary>
    public static async Task<Guid> CurrencyAsync(this OrderWorld world, string iso)
    {
        var rows = await world.Desk.RowsAsync("sales", "transactioncurrencies");
        var row = rows.FirstOrDefault(currency => currency["isocurrencycode"]!.ToString() == iso) ?? (await world.Desk.SalesAsync(
            "transactioncurrencies", new { isocurrencycode = iso, currencyname = iso, currencysymbol = iso, exchangerate = 1.5m }))[0]!.AsObject();
        return row.Id("transactioncurrencyid")!.Value;
    }

    /// <summary>Account 8710 takes freight.</summary>
    public static async Task SetFreightAccountAsync(this OrderWorld world)
    {
        await world.World.Session.SetSetupAsync(new SetupChange { FreightAccountNo = "8710" }, default);
    }

    /// <summary>Something stands for written-in products.</summary>
    public static async Task SetWriteInAsync(this OrderWorld world, WriteInProductType type)
    {
        if (type is WriteInProductType.Resource)
            await world.World.AddResourceAsync("WRITEIN");
        else
            await world.Desk.BcAsync("items", new { number = "WRITEIN", displayName = "Written in", type = "Service", baseUnitOfMeasureCode = "PCS" });
        await world.World.Session.SetSetupAsync(new SetupChange { WriteInProductType = type, WriteInProductNo = "WRITEIN" }, default);
    }

    /// <summary>Somebody takes, in Business Central, a resource for what is written in that is coupled already.</summary>
    public static async Task TakeCoupledResourceForWriteInAsync(this OrderWorld world)
    {
        await world.World.AddResourceAsync("WRITEIN");
        await world.World.CreateInSalesAsync("RESOURCE-PRODUCT", "WRITEIN");
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync(
            "bc", "salesSetup", new { id = setup.Id("id"), writeInProductType = "Resource", writeInProductNumber = "WRITEIN" });
    }

    /// <summary>An account of relationship type Customer that nobody coupled.</summary>
    public static async Task<Guid> AccountAsync(this OrderWorld world, string name) =>
        (await world.Desk.SalesAsync("accounts", new { name, customertypecode = 3 }))[0]!["accountid"]!.GetValue<Guid>();

    /// <summary>A contact, of an account or of none.</summary>
    public static async Task<Guid> ContactAsync(this OrderWorld world, Guid? account)
    {
        var row = new Dictionary<string, object?> { ["firstname"] = "Mira", ["lastname"] = "Bell", ["parentcustomerid"] = account };
        return (await world.Desk.SalesAsync("contacts", row))[0]!["contactid"]!.GetValue<Guid>();
    }

    /// <summary>A line that sells the work of the fitter.</summary>
    public static Dictionary<string, object?> FitterLine(this OrderWorld world) =>
        world.BikeLine(1, 60m, ("productid", world.Fitter!.SalesId));

    /// <summary>There is no order, no coupling, and Sales is as the seller left it.</summary>
    public static async Task AssertNothingWrittenAsync(this OrderWorld world, Guid id)
    {
        Assert.Empty(await world.BcOrdersAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        var order = await world.SalesOrderAsync(id);
        Assert.Equal(
            (1, 3, null, null),
            (order["statecode"]!.GetValue<int>(), order["statuscode"]!.GetValue<int>(), order["lastbackofficesubmit"]?.ToString(),
                order["bcbi_businesscentralordernumber"]?.ToString()));
    }

    /// <summary>Something happens to a document of Business Central.</summary>
    public static async Task<JsonNode?> HappensAsync(this OrderWorld world, string type, params (string Name, object? Value)[] details)
    {
        var answer = await world.World.Session.RaiseSandboxEventAsync(
            type, details.ToDictionary(detail => detail.Name, detail => detail.Value), default);
        return answer.Length == 0 ? null : JsonNode.Parse(answer);
    }

    /// <summary>Posts on the timeline of an order, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> PostsAsync(this OrderWorld world, Guid order) =>
        [.. (await world.Desk.RowsAsync("sales", "posts")).Where(post => post.Id("regardingobjectid") == order).Select(post => post["text"]!.ToString())];

    /// <summary>The job that follows orders runs.</summary>
    public static async Task FollowAsync(this OrderWorld world) => await world.World.Session.Schedule.RunAsync(
        new ScheduleRequest { Names = ["ORDER-STATUS"] }, world.World.Observer, default).CountAsync();
}
