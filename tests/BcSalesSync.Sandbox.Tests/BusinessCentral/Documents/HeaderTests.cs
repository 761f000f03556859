using System.Net;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class HeaderTests
{
    private const string ChosenId = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01";

    [Fact]
    public async Task A_customer_fills_names_addresses_terms_and_currency()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.DocumentAsync("Order", "c10000");
        Assert.Equal(("C10000", "Adatum Corporation", "CT000201"),
            (order.Text("customerNumber"), order.Text("customerName"), order.Text("sellToContactNumber")));
        Assert.Equal((await bc.CustomerAsync("C10000")).Text("id"), order.Text("customerId"));
        Assert.Equal(("C10000", "Adatum Corporation"), (order.Text("billToCustomerNumber"), order.Text("billToName")));
        Assert.Equal(("Station Road 21", "CB1 2FB", "GB"),
            (order.Text("sellToAddressLine1"), order.Text("billToPostCode"), order.Text("shipToCountry")));
        Assert.Equal(("NET30", "FOB", "DHL", "PS"),
            (order.Text("paymentTermsCode"), order.Text("shipmentMethodCode"), order.Text("shippingAgentCode"), order.Text("salesperson")));
        Assert.Equal("GBP", order.Text("currencyCode"));
        Assert.Equal(100m / 115.4m, order.Number("currencyFactor"), 10);
    }

    [Fact]
    public async Task Values_after_the_customer_win()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.CreateAsync(DocumentSteps.Headers, new
        {
            documentType = "Order", customerNumber = "C10000", currencyCode = "eur", shippingAgentCode = "ups", billToCity = "Ely",
            paymentTermsCode = "2%10NET30", externalDocumentNumber = " ord-1 ", yourReference = "Ord-1",
        });
        Assert.Equal(("", "UPS", "Ely", "Cambridge"),
            (order.Text("currencyCode"), order.Text("shippingAgentCode"), order.Text("billToCity"), order.Text("sellToCity")));
        Assert.Equal(2m, order.Number("paymentDiscountPercent"));
        Assert.Equal(("ORD-1", "Ord-1"), (order.Text("externalDocumentNumber"), order.Text("yourReference")));
    }

    [Fact]
    public async Task Terms_move_the_due_date()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("clock", new { now = "2026-05-04T09:00:00Z" });
        var order = await bc.DocumentAsync("Order", "C40000");
        Assert.Equal(("2026-05-04", "2026-06-03"), (order.Text("documentDate"), order.Text("dueDate")));
        order = await bc.ChangeAsync(DocumentSteps.Headers, order, new { paymentTermsCode = "NET60" });
        Assert.Equal("2026-07-03", order.Text("dueDate"));
    }

    [Theory]
    [InlineData("Order", "S-ORD1001", "S-ORD1002")]
    [InlineData("Quote", "S-QUO1001", "S-QUO1002")]
    [InlineData("Invoice", "S-INV1001", "S-INV1002")]
    public async Task Every_document_type_has_a_series_of_its_own(string type, string first, string second)
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(first, (await bc.DocumentAsync(type, "C40000")).Text("number"));
        Assert.Equal(second, (await bc.DocumentAsync(type, "C40000")).Text("number"));
    }

    [Theory]
    [InlineData("customerNumber", "NOPE", "Sell-to Customer No.", "Customer")]
    [InlineData("shipToCountry", "Germany", "Ship-to Country/Region Code", "Country/Region")]
    [InlineData("currencyCode", "XYZ", "Currency Code", "Currency")]
    [InlineData("paymentTermsCode", "NOPE", "Payment Terms Code", "Payment Terms")]
    [InlineData("shipmentMethodCode", "NOPE", "Shipment Method Code", "Shipment Method")]
    [InlineData("shippingAgentCode", "NOPE", "Shipping Agent Code", "Shipping Agent")]
    [InlineData("salesperson", "NOPE", "Salesperson Code", "Salesperson/Purchaser")]
    public async Task A_code_that_is_not_there_is_refused(string property, string value, string field, string table)
    {
        using var bc = await BcClient.ConnectAsync();
        var body = $"{{\"documentType\":\"Order\",\"{property}\":\"{value}\"}}";
        BcSteps.AssertRefused(
            await bc.TryCreateAsync(DocumentSteps.Headers, body), "Internal_InvalidTableRelation",
            $"The field {field} of table Sales Header contains a value ({value.ToUpperInvariant()}) that cannot be found in the related "
            + $"table ({table}).");
    }

    [Theory]
    [InlineData("All", true)]
    [InlineData("Invoice", true)]
    [InlineData("_x0020_", false)]
    public async Task A_blocked_customer_gets_no_order(string blocked, bool refused)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.ChangeAsync("customers", await bc.CustomerAsync("C90000"), new { blocked });
        var answer = await bc.TryCreateAsync(DocumentSteps.Headers, new { documentType = "Order", customerNumber = "C90000" });
        if (refused)
        {
            BcSteps.AssertRefused(
                answer, "Application_DialogException",
                $"You cannot create this type of document when Customer C90000 is blocked with type {blocked}");
        }
        else
        {
            Assert.Equal(HttpStatusCode.Created, answer.Status);
        }
    }

    [Fact]
    public async Task The_client_may_choose_the_id_once()
    {
        using var bc = await BcClient.ConnectAsync();
        var body = new
        {
            id = ChosenId, documentType = "Order", customerNumber = "C40000", dataverseId = "a1e0b6d2-7f54-4c38-9d21-3c5b7e9f1a02",
            workDescription = new string('x', 5000),
        };
        await bc.CreateAsync(DocumentSteps.Headers, body);
        BcSteps.AssertRefused(
            await bc.TryCreateAsync(DocumentSteps.Headers, body), "Internal_EntityWithSameKeyExists",
            "The record in table Sales Header already exists. Identification fields and values: "
            + $"$systemId='{{{ChosenId.ToUpperInvariant()}}}'");
        var found = await bc.FindAsync(DocumentSteps.Headers, "dataverseId eq a1e0b6d2-7f54-4c38-9d21-3c5b7e9f1a02");
        Assert.Equal((ChosenId, 5000), (found.Text("id"), found.Text("workDescription").Length));
    }

    [Fact]
    public async Task Lines_come_with_the_header_and_all_or_nothing_is_saved()
    {
        using var bc = await BcClient.ConnectAsync();
        var answer = await bc.TryCreateAsync(DocumentSteps.Headers, new
        {
            documentType = "Order", customerNumber = "C40000",
            salesLines = new[] { DocumentSteps.Desk(), new { lineType = "Item", lineObjectNumber = "NOPE" } },
        });
        BcSteps.AssertRefused(
            answer, "Internal_InvalidTableRelation",
            "The field No. of table Sales Line contains a value (NOPE) that cannot be found in the related table (Item).");
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Lines));
    }

    [Fact]
    public async Task The_answer_shows_the_lines_that_are_asked_for()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.CreateAsync(
            DocumentSteps.Headers + "?$select=id,number&$expand=salesLines($select=sequence,lineType,lineObjectNumber)",
            new { documentType = "Order", customerNumber = "C40000", salesLines = new[] { DocumentSteps.Desk(), DocumentSteps.Desk() } });
        Assert.Equal([10000, 20000], order.GetProperty("salesLines").EnumerateArray().Select(line => (int)line.Number("sequence")));
        var read = (await bc.ReadAsync(DocumentSteps.Headers, "?$expand=salesLines"))[0];
        Assert.Equal(2, read.GetProperty("salesLines").GetArrayLength());
        BcSteps.AssertRefused(
            await bc.TryChangeAsync(DocumentSteps.Headers, order, new { salesLines = new[] { DocumentSteps.Desk() } }), "BadRequest",
            "Deep updates of the navigation property 'salesLines' are not supported.");
    }

    [Fact]
    public async Task A_deleted_header_takes_its_lines_along_and_is_logged()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk(), DocumentSteps.Desk());
        await bc.RemoveAsync(DocumentSteps.Headers, order);
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Lines));
        var log = await bc.FindAsync("sync:deletedRecords", "tableId eq 36");
        Assert.Equal((order.Text("id"), "S-ORD1001"), (log.Text("recordSystemId"), log.Text("number")));
    }

    [Fact]
    public async Task A_requested_date_reaches_the_lines()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk());
        await bc.ChangeAsync(DocumentSteps.Headers, order, new { requestedDeliveryDate = "2026-12-24" });
        Assert.Equal("2026-12-24", (await bc.LinesAsync(order))[0].Text("requestedDeliveryDate"));
    }

    [Fact]
    public async Task Another_currency_prices_the_lines_anew()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new { lineType = "Item", lineObjectNumber = "1000", quantity = 1 });
        Assert.Equal(5000m, order.Number("totalAmountIncludingTax"));
        order = await bc.ChangeAsync(DocumentSteps.Headers, order, new { currencyCode = "USD" });
        Assert.Equal(Math.Round(4000m / 0.9012m, 2), order.Number("totalAmountExcludingTax"));
    }
}
