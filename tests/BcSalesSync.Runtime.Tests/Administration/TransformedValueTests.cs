using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Administration;

public sealed class TransformedValueTests
{
    [Fact]
    public async Task A_value_is_transformed_towards_Sales_and_back_again()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.SetFieldAsync(new() { Mapping = "CUSTOMER", BcField = "displayName", Transformation = ["Prefix(NAV )"] });
        var pair = await world.CustomerInStepAsync();
        Assert.Equal("NAV Adatum Corporation", await pair.SalesAsync("name"));
        await pair.EditSalesAsync(("name", "NAV Adatum Ltd"));

        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CUSTOMER");

        Assert.Equal("Adatum Ltd", await pair.BcAsync("displayName"));
        Assert.Equal("NAV Adatum Ltd", await pair.SalesAsync("name"));
        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
    }

    [Fact]
    public async Task A_value_that_cannot_be_transformed_fails_its_record_only()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.SetFieldAsync(new()
        {
            Mapping = "CUSTOMER", BcField = "city", Direction = SyncDirection.ToSales, Transformation = ["Map(Atlanta=ATL)"],
        });
        var known = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        var unknown = await world.PairAsync("CUSTOMER", "C20000", "Trey Research");
        await known.EditBcAsync(("city", "Atlanta"));
        await unknown.EditBcAsync(("city", "Nowhere"));

        var results = await world.SyncAsync(
            "CUSTOMER", SyncDirection.ToSales, new RecordSelector { BcId = known.BcId }, new RecordSelector { BcId = unknown.BcId });

        Assert.Equal("ATL", await known.SalesAsync("address1_city"));
        var error = Assert.Single(results, result => result.Error is not null).Error!;
        Assert.Equal(("BcSync.Record.TransformationFailed", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains("city cannot become address1_city", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Nowhere' is not in the list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_of_Business_Central_narrows_a_run()
    {
        await using var world = await CoupledRecords.OpenAsync();

        var changed = await world.ChangeAsync(new()
        {
            Name = "CUSTOMER", SyncOnlyCoupled = false, BcFilter = "number=FILTER(c10000..c20000|<>C*),blocked=CONST( )",
        });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("(number ge 'C10000' and number le 'C20000' or number notlike 'C*') and blocked eq null", changed.BcFilter);
        Assert.Equal(["C10000", "C20000"], (await world.CouplingsAsync("CUSTOMER")).Select(coupling => coupling.BcNo).Order());
    }

    [Fact]
    public async Task A_wider_filter_takes_in_records_that_do_not_change()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new() { Name = "CUSTOMER", SyncOnlyCoupled = false, BcFilter = "number eq 'C10000'" });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        await world.ChangeAsync(new() { Name = "CUSTOMER", BcFilter = "number like 'C?0000'" });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Contains(await world.CouplingsAsync("CUSTOMER"), coupling => coupling.BcNo == "C20000");
    }
}
