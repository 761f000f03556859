using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>What keeps a posted invoice from being sent: named with its number and a next step, and nothing of it is written.</summary>
public sealed class InvoiceRefusalTests
{
    [Theory]
    [InlineData("Item", "BIKE", "items", true)]
    [InlineData("Item", "BIKE", "items", false)]
    [InlineData("Resource", "FITTER", "resources", true)]
    [InlineData("Resource", "FITTER", "resources", false)]
    [Trait("Scenario", "INV-118")]
    [Trait("DocumentError", "I-01")]
    public async Task An_item_or_resource_that_is_blocked(string type, string no, string set, bool coupled)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostAsync(world, type, no);
        var pair = type == "Item" ? world.Bike : world.Fitter!;
        if (!coupled)
            await world.World.UncoupleAsync(await pair.CouplingAsync());
        await world.Desk.BcAsync(set, new { id = pair.BcId, blocked = true });

        var error = await world.RefusedAsync(number, "Blocked", FailureClass.Data);

        Assert.Contains($"{type} {no}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Set Blocked to No", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("DocumentError", "I-03")]
    public async Task Lines_that_are_not_there_yet_and_come_later()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostAsync(world);
        var line = Assert.Single(await world.Desk.RowsAsync("bc", "postedInvoiceLines"));
        var invoice = line["documentId"]!.GetValue<Guid>();
        var other = Guid.Parse("33333333-0000-0000-0000-000000000003");
        await world.Desk.SilentlyAsync("bc", "postedInvoiceLines", new { id = line.Id("id"), documentId = other });

        var error = await world.RefusedAsync(number, "LinesNotAvailable", FailureClass.Transient);

        Assert.NotNull(error.NextTry);
        await world.Desk.SilentlyAsync("bc", "postedInvoiceLines", new { id = line.Id("id"), documentId = invoice });
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Fact]
    [Trait("DocumentError", "I-04")]
    public async Task An_order_that_was_given_to_another_customer_since()
    {
        await using var world = await OrderWorld.OpenAsync();
        var other = await world.AddCustomerAsync("C2");
        var order = await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order, _customerid_value = other.SalesId });

        var error = await world.RefusedAsync(number, "CustomerMismatch", FailureClass.Data);

        Assert.Contains((await world.SalesOrderAsync(order))["ordernumber"]!.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, FailureClass.Data)]
    [InlineData(true, FailureClass.DependencyMissing)]
    [Trait("DocumentError", "I-04")]
    public async Task An_order_whose_customer_cannot_be_told_any_more(bool uncoupled, FailureClass failure)
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        if (uncoupled)
            await world.World.UncoupleAsync(await world.Customer.CouplingAsync());
        else
            await world.Customer.EditSalesAsync(("customertypecode", 1));

        var error = await world.RefusedAsync(number, "OrderCustomer", failure);

        Assert.Contains((await world.SalesOrderAsync(order))["ordernumber"]!.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("Adatum", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("DocumentError", "I-04")]
    public async Task A_customer_whom_Sales_does_not_take()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostOfNewCustomerAsync(world);
        await world.World.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await RefuseAsync(world, "accounts", new { name = "Trey" });

        var error = await world.RefusedAsync(number, "CustomerNotSent", FailureClass.Permission);

        Assert.Contains("customer C2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("DocumentError", "I-05")]
    public async Task A_customer_who_is_not_coupled(bool onlyCoupled)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostOfNewCustomerAsync(world);

        // Those who are blocked are outside the filter of their mapping, so that sending them comes to nothing.
        var id = (await world.Desk.FindAsync("bc", "customers", "number", "C2")).Id("id");
        await world.Desk.BcAsync("customers", new { id, blocked = "All" });
        await world.World.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = onlyCoupled });

        var error = await world.RefusedAsync(number, "CustomerNotCoupled", FailureClass.DependencyMissing);

        Assert.Contains("Customer C2", error.Message, StringComparison.Ordinal);
        Assert.Contains("New-BcCoupling -Mapping CUSTOMER -BcNo 'C2'", error.RecommendedAction, StringComparison.Ordinal);
        await world.Desk.BcAsync("customers", new { id, blocked = " " });
        await world.World.CreateInSalesAsync("CUSTOMER", "C2");
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Theory]
    [InlineData("Item", "LAMP", "ITEM-PRODUCT")]
    [InlineData("Resource", "SMITH", "RESOURCE-PRODUCT")]
    [Trait("DocumentError", "I-07")]
    public async Task A_product_that_Sales_does_not_take(string type, string no, string mapping)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostOfNewProductAsync(world, type, no);
        await world.World.ChangeAsync(new TableMappingChange { Name = mapping, SyncOnlyCoupled = false });
        await RefuseAsync(world, "products", new { productnumber = no });

        var error = await world.RefusedAsync(number, "ProductNotSent", FailureClass.Permission);

        Assert.Contains($"{type} {no}", error.Message, StringComparison.Ordinal);
        await world.Desk.ClearFaultsAsync();
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
        Assert.NotNull(Assert.Single(await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(number))!)).Id("productid"));
    }

    [Theory]
    [InlineData("Item", "LAMP", "ITEM-PRODUCT")]
    [InlineData("Resource", "SMITH", "RESOURCE-PRODUCT")]
    [Trait("DocumentError", "I-08")]
    public async Task A_product_that_is_not_coupled(string type, string no, string mapping)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostOfNewProductAsync(world, type, no);

        var error = await world.RefusedAsync(number, $"{type}NotCoupled", FailureClass.DependencyMissing);

        Assert.Contains($"{no} of", error.Message, StringComparison.Ordinal);
        Assert.Contains($"New-BcCoupling -Mapping {mapping} -BcNo '{no}'", error.RecommendedAction, StringComparison.Ordinal);
        await world.World.CreateInSalesAsync(mapping, no);
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Theory]
    [InlineData("Item", "BIKE")]
    [InlineData("Resource", "FITTER")]
    public async Task A_product_that_was_deleted_in_Sales(string type, string no)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostAsync(world, type, no);
        await world.Desk.RemoveSilentlyAsync("sales", "products", (type == "Item" ? world.Bike : world.Fitter!).SalesId);

        var error = await world.RefusedAsync(number, "ProductGone", FailureClass.Data);

        Assert.Contains($"Get-BcCoupling -BcNo '{no}' -Broken", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("DocumentError", "I-14")]
    public async Task A_foreign_currency_that_is_not_coupled()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.AddCurrencyAsync("USD", "US Dollar", "$", 1.25m);
        var number = await world.PostOwnAsync(
            new { documentType = "Order", customerNumber = "C1", currencyCode = "USD" },
            new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 2, unitPrice = 33.33m });

        var error = await world.RefusedAsync(number, "CurrencyNotCoupled", FailureClass.DependencyMissing);

        Assert.Contains("Currency USD", error.Message, StringComparison.Ordinal);
        Assert.Contains("New-BcCoupling -Mapping CURRENCY -BcNo 'USD'", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "pricelevels"), list => list["name"]?.ToString() == "Price List in USD");
        await world.World.CreateInSalesAsync("CURRENCY", "USD");
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Fact]
    public async Task What_Sales_refuses_is_said_in_its_words()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostAsync(world);
        await RefuseAsync(world, "invoicedetails", new { lineitemnumber = 10000 });

        var error = await world.RefusedAsync(number, "Refused", FailureClass.Permission);

        Assert.Contains("No right.", error.Message, StringComparison.Ordinal);
    }

    private static Task RefuseAsync(OrderWorld world, string set, object rowMatch) => world.Desk.FaultAsync(
        new { system = "sales", set, rowMatch, status = 403, code = "0x80040220", message = "No right." });

    private static Task<string> PostAsync(OrderWorld world, string type = "Item", string no = "BIKE", string customer = "C1") => world.PostOwnAsync(
        new { documentType = "Order", customerNumber = customer }, new { lineType = type, lineObjectNumber = no, quantity = 1, unitPrice = 100m });

    private static async Task<string> PostOfNewCustomerAsync(OrderWorld world)
    {
        await world.Desk.BcAsync("customers", new { number = "C2", displayName = "Trey" });
        return await PostAsync(world, customer: "C2");
    }

    private static async Task<string> PostOfNewProductAsync(OrderWorld world, string type, string no)
    {
        await (type == "Item" ? world.World.AddItemAsync(no) : world.World.AddResourceAsync(no));
        return await PostAsync(world, type, no);
    }
}
