using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>What keeps an order from being taken over: named with its number and a next step, and nothing is written on either side.</summary>
public sealed class OrderRefusalTests : IAsyncLifetime
{
    private OrderWorld world = null!;

    public async Task InitializeAsync() => world = await OrderWorld.OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    [Trait("Scenario", "ORD-102")]
    [Trait("DocumentError", "O-29")]
    public async Task A_currency_that_Business_Central_does_not_have()
    {
        var currency = await world.CurrencyAsync("XTS");
        await RefusedAsync("CurrencyUnknown", FailureClass.Data, await world.SubmitAsync([("transactioncurrencyid", currency)], world.BikeLine()));
    }

    [Fact]
    [Trait("DocumentError", "O-28")]
    public async Task A_currency_that_is_gone_in_Sales()
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = id, _transactioncurrencyid_value = Guid.Parse("11111111-0000-0000-0000-000000000001") });
        await RefusedAsync("CurrencyNotFound", FailureClass.Data, id);
    }

    [Fact]
    [Trait("DocumentError", "O-01")]
    public async Task No_customer()
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = id, _customerid_value = (Guid?)null });
        await RefusedAsync("NoCustomer", FailureClass.Data, id);
    }

    [Fact]
    [Trait("Scenario", "ORD-178")]
    [Trait("DocumentError", "O-02")]
    public async Task A_contact_without_account()
    {
        var contact = await world.ContactAsync(null);
        await RefusedAsync("NoAccount", FailureClass.Data, await world.SubmitAsync(Customer(contact), world.BikeLine()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "ORD-178")]
    [Trait("DocumentError", "O-03")]
    [Trait("DocumentQuirk", "23")]
    public async Task An_account_that_is_no_customer(bool throughContact)
    {
        await world.Desk.SalesAsync("accounts", new { accountid = world.Customer.SalesId, customertypecode = 1 });
        (string, object?)[]? header = throughContact ? Customer(await world.ContactAsync(world.Customer.SalesId)) : null;
        await RefusedAsync("NotACustomer", FailureClass.Data, await world.SubmitAsync(header, world.BikeLine()));
    }

    [Fact]
    [Trait("DocumentError", "O-04")]
    public async Task An_account_that_is_not_coupled()
    {
        var id = await world.SubmitAsync(Customer(await world.AccountAsync("Trey")), world.BikeLine());
        await RefusedAsync("CustomerNotCoupled", FailureClass.DependencyMissing, id);
    }

    [Fact]
    [Trait("DocumentError", "O-05")]
    public async Task A_product_that_is_not_coupled()
    {
        var product = await world.World.AddProductAsync("BELL", "Bell", "PCS");
        await RefusedAsync("ItemNotCoupled", FailureClass.DependencyMissing, await world.SubmitAsync(null, world.BikeLine(1, 5m, ("productid", product))));
    }

    [Fact]
    [Trait("DocumentError", "O-07")]
    public async Task A_service_that_is_not_coupled()
    {
        var product = await world.World.AddProductAsync("TUNE", "Tuning", "PCS", type: 3);
        var id = await world.SubmitAsync(null, world.BikeLine(1, 5m, ("productid", product)));
        await RefusedAsync("ResourceNotCoupled", FailureClass.DependencyMissing, id);
    }

    [Fact]
    [Trait("DocumentError", "O-06")]
    public async Task An_item_that_is_gone()
    {
        await world.Desk.DeleteAsync("bc", "items", world.Bike.BcId);
        await RefusedAsync("ItemGone", FailureClass.Data, await world.SubmitAsync(null, world.BikeLine()));
    }

    [Fact]
    [Trait("DocumentError", "O-08")]
    public async Task A_resource_that_is_gone()
    {
        await world.Desk.DeleteAsync("bc", "resources", world.Fitter!.BcId);
        await RefusedAsync("ResourceGone", FailureClass.Data, await world.SubmitAsync(null, world.FitterLine()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "ORD-138")]
    [Trait("DocumentError", "O-09")]
    public async Task A_product_that_is_retired(bool service)
    {
        var id = await world.SubmitAsync(null, service ? world.FitterLine() : world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "products", new
        {
            productid = service ? world.Fitter!.SalesId : world.Bike.SalesId, statecode = 1, statuscode = 2,
        });
        await RefusedAsync("ProductNotActive", FailureClass.Data, id);
    }

    [Fact]
    [Trait("Scenario", "ORD-138")]
    [Trait("DocumentError", "O-10")]
    [Trait("DocumentQuirk", "9")]
    public async Task A_product_of_a_type_that_is_not_sold()
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "products", new { productid = world.Bike.SalesId, producttypecode = 2 });
        await RefusedAsync("ProductTypeNotSold", FailureClass.Data, id);
    }

    [Fact]
    [Trait("Scenario", "ORD-116")]
    [Trait("DocumentError", "O-11")]
    public async Task A_written_in_line_with_nothing_set_up() =>
        await RefusedAsync("NoWriteInProduct", FailureClass.Configuration, await world.SubmitAsync(null, OrderWorld.WriteIn("Engraving")));

    [Fact]
    [Trait("Scenario", "ORD-116")]
    [Trait("DocumentError", "O-15")]
    public async Task A_written_in_line_where_what_is_set_up_was_coupled_before()
    {
        await world.TakeCoupledResourceForWriteInAsync();

        var result = await RefusedAsync(
            "BcSync.Setup.WriteInProductCoupled", FailureClass.Configuration, await world.SubmitAsync(null, OrderWorld.WriteIn("Engraving")));

        Assert.Contains("WRITEIN", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "ORD-115")]
    [Trait("DocumentError", "O-16")]
    public async Task Freight_without_an_account_for_it() => await RefusedAsync(
        "NoFreightAccount", FailureClass.Configuration, await world.SubmitAsync([("freightamount", 35m)], world.BikeLine()));

    [Fact]
    [Trait("DocumentError", "O-17")]
    public async Task A_discount_that_no_line_can_take()
    {
        await world.SetFreightAccountAsync();
        await RefusedAsync("DiscountRefused", FailureClass.Data, await world.SubmitAsync([("discountamount", 5m), ("freightamount", 35m)]));
    }

    [Fact]
    [Trait("DocumentError", "O-37")]
    public async Task A_customer_that_Business_Central_blocks()
    {
        await world.Desk.BcAsync("customers", new { id = world.Customer.BcId, blocked = "All" });
        await RefusedAsync("Refused", FailureClass.Data, await world.SubmitAsync(null, world.BikeLine()));
    }

    [Fact]
    public async Task A_product_that_is_gone_in_Sales()
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        var line = Assert.Single(await world.Desk.RowsAsync("sales", "salesorderdetails"));
        await world.Desk.SilentlyAsync("sales", "salesorderdetails", new
        {
            salesorderdetailid = line.Id("salesorderdetailid"), _productid_value = Guid.Parse("11111111-0000-0000-0000-000000000002"),
        });

        await RefusedAsync("ProductNotFound", FailureClass.Data, id);
    }

    [Fact]
    [Trait("DocumentQuirk", "1")]
    public async Task An_order_of_another_company_that_is_named()
    {
        var other = (await world.Desk.SilentlyAsync("sales", "bcbi_companies", new { bcbi_name = "OTHER" }))[0]!["bcbi_companyid"]!.GetValue<Guid>();
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = id, _bcbi_companyid_value = other });

        Assert.Empty(await world.ImportAsync());
        await RefusedAsync("OtherCompany", FailureClass.Data, id, new DocumentRequest { SalesIds = [id] });
    }

    [Fact]
    [Trait("DocumentError", "O-20")]
    [Trait("DocumentQuirk", "2")]
    public async Task An_order_whose_coupled_order_was_deleted()
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        var number = Assert.Single(await world.ImportAsync()).BcNo;
        await world.HappensAsync("deleteOrder", ("no", number));

        var result = Assert.Single(await world.ImportAsync(new DocumentRequest { SalesIds = [id] }));

        Assert.Equal(("BcSync.Order.PartnerGone", FailureClass.Data), (result.Error?.ErrorId, result.Error?.Class));
        Assert.Contains((await world.SalesOrderAsync(id))["ordernumber"]!.ToString(), result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Repair-BcCoupling", result.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(await world.BcOrdersAsync());
    }

    [Fact]
    [Trait("DocumentError", "O-00")]
    public async Task An_order_that_is_not_submitted_any_more()
    {
        var id = await world.WriteAsync(null, world.BikeLine());

        var result = Assert.Single(await world.ImportAsync(new DocumentRequest { SalesIds = [id] }));

        Assert.Equal(("BcSync.Order.NotSubmitted", FailureClass.Data), (result.Error?.ErrorId, result.Error?.Class));
        Assert.Contains((await world.SalesOrderAsync(id))["ordernumber"]!.ToString(), result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Active", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Submit it in Sales", result.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(await world.BcOrdersAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        Assert.Equal(0, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_order_that_nobody_has()
    {
        var id = Guid.Parse("22222222-0000-0000-0000-000000000002");

        var results = await world.ImportAsync(new DocumentRequest { SalesIds = [id], Numbers = ["NO-SUCH"] });

        Assert.All(results, result => Assert.Equal("BcSync.Order.NotFound", result.Error?.ErrorId));
        Assert.Equal([(id, null), (null, "NO-SUCH")], results.Select(result => (result.SalesId, result.Number)));
    }

    [Fact]
    [Trait("Scenario", "ORD-128")]
    public async Task One_order_that_cannot_be_taken_over_does_not_stop_the_next()
    {
        var failing = await world.SubmitAsync(Customer(await world.AccountAsync("Trey")), world.BikeLine());
        var good = await world.SubmitAsync(null, world.BikeLine());

        var results = await world.ImportAsync();

        Assert.Equal(
            [(failing, SyncAction.Failed), (good, SyncAction.Created)],
            results.Select(result => (result.SalesId!.Value, result.Action)).OrderBy(pair => pair.Item1 != failing));
        Assert.Single(await world.BcOrdersAsync());
    }

    private static (string, object?)[] Customer(Guid id) => [("customerid", id)];

    private async Task<BcDocumentResult> RefusedAsync(string problem, FailureClass failureClass, Guid id, DocumentRequest? request = null)
    {
        var result = Assert.Single(await world.ImportAsync(request ?? new DocumentRequest()));
        Assert.Equal(SyncAction.Failed, result.Action);
        var errorId = problem.Contains('.', StringComparison.Ordinal) ? problem : $"BcSync.Order.{problem}";
        Assert.Equal((errorId, failureClass), (result.Error?.ErrorId, result.Error?.Class));
        var number = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        Assert.Equal((id, number), (result.Error!.SalesId, result.Error.SalesName));
        Assert.Contains(number, result.Error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(result.Error.RecommendedAction);
        await world.AssertNothingWrittenAsync(id);
        return result;
    }
}
