using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Vendors;

public sealed class VendorTests
{
    [Fact]
    public async Task A_vendor_becomes_an_account_of_type_vendor_owned_by_the_user_of_its_purchaser()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AddVendorAsync();

        var pair = await world.CreateInSalesAsync("VENDOR", VendorSteps.Number);

        var purchaser = (await world.Desk.FindAsync("sales", "systemusers", "fullname", "Peter Saddow"))["systemuserid"]!.ToString();
        Assert.Equal(
            (VendorSteps.Account, "11", "Dock Road 4", "London", purchaser),
            (await pair.SalesAsync("name"), await pair.SalesAsync("customertypecode"), await pair.SalesAsync("address1_line1"),
                await pair.SalesAsync("address1_city"), await pair.SalesAsync("ownerid")));
        Assert.NotNull(await pair.SalesAsync("bcbi_companyid"));
    }

    [Fact]
    public async Task An_account_of_type_vendor_becomes_a_vendor_and_edits_of_both_sides_meet()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var account = await world.AddInSalesAsync("VENDOR", new { name = "Litware Supplies", customertypecode = 11, telephone1 = "555-0100" });
        var coupling = await world.CreatedAsync("VENDOR", new RecordSelector { SalesId = account }, SystemSide.BusinessCentral);
        var pair = new CoupledPair(world, "VENDOR", coupling.BcId, account);
        await world.RunAsync("VENDOR");
        await pair.EditBcAsync(("city", "Leeds"));
        await pair.EditSalesAsync(("telephone1", "555-0101"));

        await world.RunAsync("VENDOR");

        Assert.Equal(
            ("Litware Supplies", "Leeds", "555-0101"),
            (await pair.BcAsync("displayName"), await pair.SalesAsync("address1_city"), await pair.BcAsync("phoneNumber")));
    }

    [Fact]
    [Trait("Scenario", "CPL-108")]
    public async Task Creating_a_vendor_from_an_account_counts_one_record()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var account = await world.AddInSalesAsync("VENDOR", new { name = "Litware", customertypecode = 11 });

        var coupling = await world.CreatedAsync("VENDOR", new RecordSelector { SalesId = account }, SystemSide.BusinessCentral);

        Assert.Equal("Litware", (await world.Desk.RowAsync("bc", "vendors", coupling.BcId))!["displayName"]!.ToString());
        Assert.Equal("Inserted=1", await world.CountsAsync("VENDOR", SyncDirection.ToBusinessCentral));
    }

    [Fact]
    public async Task A_new_account_of_type_vendor_is_no_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var account = await world.AddInSalesAsync("VENDOR", new { name = "Litware Supplies", customertypecode = 11 });

        var outcome = await world.CoupleAsync("CUSTOMER", new RecordSelector { SalesId = account }, createIn: SystemSide.BusinessCentral);

        Assert.Equal("BcSync.Coupling.OutsideFilter", outcome.Error?.ErrorId);
    }

    [Fact]
    public async Task A_vendor_blocked_for_payment_is_left_alone_by_runs()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.VendorInStepAsync();
        await pair.EditBcAsync(("blocked", "Payment"), ("city", "Leeds"));

        Assert.Empty(await world.RunAsync("VENDOR", SyncDirection.ToSales));

        Assert.Equal("London", await pair.SalesAsync("address1_city"));
    }

    [Fact]
    public async Task Without_the_companion_a_vendor_travels_with_what_the_standard_interface_offers()
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: 0);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CoupleSalespeopleAsync();
        await world.AddVendorAsync();

        var pair = await world.CreateInSalesAsync("VENDOR", VendorSteps.Number);
        await pair.EditSalesAsync(("address1_city", "Leeds"));
        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal((VendorSteps.Account, "11", "Leeds"), (await pair.SalesAsync("name"), await pair.SalesAsync("customertypecode"), await pair.BcAsync("city")));
    }
}
