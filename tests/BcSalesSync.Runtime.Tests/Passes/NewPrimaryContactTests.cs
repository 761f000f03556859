using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class NewPrimaryContactTests
{
    [Fact]
    public async Task A_new_contact_fills_the_blank_primary_contact_and_only_its_name_goes_on_to_Sales()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CONTACT", SyncOnlyCoupled = false, BcFilter = "number eq 'NONE'" });
        var customer = await world.CreateInSalesAsync("CUSTOMER", "C40000");
        await world.RunAsync("CUSTOMER");
        await world.RunAsync("CUSTOMER");
        await world.AddInSalesAsync(
            "CONTACT", new Dictionary<string, object> { ["firstname"] = "Cora", ["lastname"] = "Newman", ["parentcustomerid"] = customer.SalesId });

        await world.RunAsync("CONTACT", SyncDirection.ToBusinessCentral);

        Assert.StartsWith("Inserted=1", await world.CountsAsync("CONTACT", SyncDirection.ToBusinessCentral), StringComparison.Ordinal);
        Assert.Equal("CT000301", await customer.BcAsync("primaryContactNumber"));
        var result = Assert.Single(await world.RunAsync("CUSTOMER"));
        Assert.Equal((SyncDirection.ToSales, "address1_primarycontactname"), (result.Direction, Assert.Single(result.Changes).Field));
        Assert.Equal("Cora Newman", await customer.SalesAsync("address1_primarycontactname"));
        Assert.Null(await customer.SalesAsync("primarycontactid"));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
    }
}
