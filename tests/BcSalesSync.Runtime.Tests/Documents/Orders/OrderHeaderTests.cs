using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>What the header of an order brings along, and what stays as the customer has it.</summary>
public sealed class OrderHeaderTests
{
    private static readonly string Street = new('s', 250);

    [Fact]
    [Trait("Scenario", "ORD-182")]
    [Trait("DocumentQuirk", "4")]
    public async Task An_order_brings_its_number_date_text_and_its_lines_in_their_order()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SetFreightAccountAsync();
        var text = string.Join('\n', Enumerable.Repeat("Call before you come.", 90));
        await world.SubmitAsync(
            [
                ("ordernumber", "ORD-1001"), ("name", " Bikes for Ely, the spring order of this year "), ("requestdeliveryby", "2026-03-20"),
                ("description", text), ("freightamount", 5m),
            ],
            world.BikeLine(3, 100m, ("sequencenumber", 3)), world.BikeLine(1, 100m, ("sequencenumber", 1)),
            world.BikeLine(2, 100m, ("sequencenumber", 2)));

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(
            ("ORD-1001", "2026-03-20", text, "BIKES FOR ELY, THE SPRING ORDER OF"),
            (order["yourReference"]!.ToString(), order["requestedDeliveryDate"]!.ToString(), order["workDescription"]!.ToString(),
                order["externalDocumentNumber"]!.ToString()));
        Assert.Equal(
            [(10000, 1m), (20000, 2m), (30000, 3m), (40000, 1m)],
            (await world.BcLinesAsync(order)).Select(line => (line["sequence"]!.GetValue<int>(), line.Number("quantity")!.Value)));
        Assert.Equal("Open", order["status"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "ORD-178")]
    public async Task An_order_of_a_contact_is_one_of_the_customer_of_its_account()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync([("customerid", await world.ContactAsync(world.Customer.SalesId))], world.BikeLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        Assert.Equal("C1", Assert.Single(await world.BcOrdersAsync())["customerNumber"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "ORD-123")]
    public async Task Addresses_of_the_order_replace_those_of_the_customer_cut_to_length()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Desk.BcAsync("countriesRegions", new { code = "GB", displayName = "Great Britain" });
        await world.SubmitAsync([.. Address("billto", "GB"), .. Address("shipto", "GB")], world.BikeLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        foreach (var block in new[] { "billTo", "shipTo" })
        {
            Assert.Equal(
                (Street[..100], Street[..50], new string('c', 30), new string('p', 20).ToUpperInvariant(), new string('r', 30), "GB"),
                (order[$"{block}AddressLine1"]!.ToString(), order[$"{block}AddressLine2"]!.ToString(), order[$"{block}City"]!.ToString(),
                    order[$"{block}PostCode"]!.ToString(), order[$"{block}State"]!.ToString(), order[$"{block}Country"]!.ToString()));
        }
    }

    [Fact]
    [Trait("Scenario", "ORD-123")]
    public async Task An_order_without_addresses_keeps_those_of_the_customer()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(("Station Road 1", "Ely"), (order["billToAddressLine1"]!.ToString(), order["shipToCity"]!.ToString()));
    }

    [Fact]
    public async Task One_filled_part_of_an_address_takes_away_the_other_parts()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync([("shipto_city", "York")], world.BikeLine());

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(
            ("York", "", "Station Road 1"),
            (order["shipToCity"]!.ToString(), order["shipToAddressLine1"]!.ToString(), order["billToAddressLine1"]!.ToString()));
    }

    [Fact]
    [Trait("Scenario", "ORD-123")]
    [Trait("DocumentError", "O-37")]
    public async Task A_country_that_Business_Central_does_not_know_refuses_the_order_in_its_words()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync([("shipto_country", "Utopia")], world.BikeLine());

        var result = Assert.Single(await world.ImportAsync());

        Assert.Equal((SyncAction.Failed, "BcSync.Order.Refused"), (result.Action, result.Error?.ErrorId));
        Assert.Contains("UTOPIA", result.Error!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(result.Number!, result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Country", result.Error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Import-BcSalesOrder -Number '{result.Number}'", result.Error.RecommendedAction, StringComparison.Ordinal);
        await world.AssertNothingWrittenAsync(id);
    }

    [Fact]
    [Trait("Scenario", "ORD-122")]
    public async Task Mapped_options_arrive_as_their_codes()
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync();
        await world.SubmitAsync(
            [("shippingmethodcode", 1), ("paymenttermscode", 1), ("freighttermscode", 1)], world.BikeLine());

        var result = Assert.Single(await world.ImportAsync());

        Assert.Equal((null, null), (result.Error, result.Message));
        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(
            ("AIRBORNE", "NET30", "FOB"),
            (order["shippingAgentCode"]!.ToString(), order["paymentTermsCode"]!.ToString(), order["shipmentMethodCode"]!.ToString()));
    }

    [Fact]
    [Trait("Scenario", "ORD-122")]
    public async Task An_option_without_partner_keeps_what_the_customer_has_and_is_said()
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync();
        await world.Desk.BcAsync("customers", new { id = world.Customer.BcId, paymentTermsCode = "NET30" });
        await world.SubmitAsync([("paymenttermscode", 4)], world.BikeLine());

        var result = Assert.Single(await world.ImportAsync());

        Assert.Null(result.Error);
        Assert.Contains("Payment Terms", result.Message, StringComparison.Ordinal);
        Assert.Equal("NET30", Assert.Single(await world.BcOrdersAsync())["paymentTermsCode"]!.ToString());
    }

    private static (string, object?)[] Address(string block, string country) =>
    [
        ($"{block}_line1", Street), ($"{block}_line2", Street), ($"{block}_city", new string('c', 80)),
        ($"{block}_postalcode", new string('p', 20)), ($"{block}_stateorprovince", new string('r', 50)), ($"{block}_country", country),
    ];
}
