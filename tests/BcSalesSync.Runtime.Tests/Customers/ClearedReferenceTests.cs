using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Customers;

/// <summary>References that were emptied on the other side because their record was not coupled there.</summary>
public sealed class ClearedReferenceTests
{
    private const string Robert = "CT000201";
    private const string Mira = "CT000202";

    [Fact]
    public async Task A_cleared_reference_that_goes_back_to_its_old_value_is_written_to_Sales_again()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var (customer, robert) = await WithPrimaryContactAsync(world);
        await customer.EditBcAsync(("primaryContactNumber", Mira));
        await world.RunAsync("CUSTOMER");
        Assert.Null(await customer.SalesAsync("primarycontactid"));

        await customer.EditBcAsync(("primaryContactNumber", Robert));
        await world.RunAsync("CUSTOMER");

        Assert.Equal((Robert, robert.SalesId.ToString("D")), await PrimaryAsync(customer));
    }

    [Fact]
    public async Task A_cleared_reference_that_goes_back_to_its_old_value_is_written_to_Business_Central_again()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var (customer, robert) = await WithPrimaryContactAsync(world);
        await customer.EditSalesAsync(("primarycontactid", await MiraInSalesAsync(world)));
        await world.RunAsync("CUSTOMER");
        Assert.Equal("", await customer.BcAsync("primaryContactNumber"));

        await customer.EditSalesAsync(("primarycontactid", robert.SalesId));
        await world.RunAsync("CUSTOMER");

        Assert.Equal((Robert, robert.SalesId.ToString("D")), await PrimaryAsync(customer));
    }

    [Fact]
    public async Task A_cleared_reference_reaches_Sales_once_its_record_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var (customer, _) = await WithPrimaryContactAsync(world);
        await customer.EditBcAsync(("primaryContactNumber", Mira));
        await world.RunAsync("CUSTOMER");

        var mira = await world.PairAsync("CONTACT", Mira, "Mira Ostrowski");
        await world.RunAsync("CUSTOMER");

        Assert.Equal((Mira, mira.SalesId.ToString("D")), await PrimaryAsync(customer));
    }

    [Fact]
    public async Task A_cleared_reference_reaches_Business_Central_once_its_record_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var (customer, _) = await WithPrimaryContactAsync(world);
        await customer.EditSalesAsync(("primarycontactid", await MiraInSalesAsync(world)));
        await world.RunAsync("CUSTOMER");

        var mira = await world.PairAsync("CONTACT", Mira, "Mira Ostrowski");
        await world.RunAsync("CUSTOMER");

        Assert.Equal((Mira, mira.SalesId.ToString("D")), await PrimaryAsync(customer));
    }

    // Adatum with Robert as its primary contact on both sides, everything read; Mira exists on both sides and is not coupled.
    private static async Task<(CoupledPair Customer, CoupledPair Robert)> WithPrimaryContactAsync(SyncWorld world)
    {
        var customer = await world.CustomerInStepAsync();
        var robert = await world.ContactInStepAsync(Robert, "Robert Townes");
        await world.RunAsync("CUSTOMER");
        Assert.Equal((Robert, robert.SalesId.ToString("D")), await PrimaryAsync(customer));
        return (customer, robert);
    }

    private static Task<Guid> MiraInSalesAsync(SyncWorld world) => world.SalesIdAsync("CONTACT", "fullname", "Mira Ostrowski");

    private static async Task<(string?, string?)> PrimaryAsync(CoupledPair customer) =>
        (await customer.BcAsync("primaryContactNumber"), await customer.SalesAsync("primarycontactid"));
}
