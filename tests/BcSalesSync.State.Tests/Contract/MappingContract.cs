using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

public abstract class MappingContract(IStateHome home) : StateContract(home)
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_removed_mapping_goes_with_what_only_it_uses_and_its_couplings_as_asked(bool withCouplings, int couplings)
    {
        await Store.CommitAsync(
            new StateChange
            {
                Mappings = [Mapping("CUSTOMER"), Mapping("CONTACT")],
                Couplings = [Coupling(1), Coupling(2, mapping: "CONTACT", family: "contacts|contact")],
                Pending = [Pending(3, Now), Pending(4, Now, mapping: "CONTACT")],
                Watermarks = [new Watermark("CUSTOMER", SyncDirection.ToSales, "x"), new Watermark("CONTACT", SyncDirection.ToSales, "y")],
                Now = Now,
            },
            None);

        await Store.CommitAsync(new StateChange { RemovedMappings = [new("CUSTOMER", withCouplings)], Now = Now }, None);

        Assert.Equal(["CONTACT"], (await Store.GetMappingsAsync(None)).Select(mapping => mapping.Name));
        Assert.Equal(couplings, (await Store.Couplings.CountAsync("CUSTOMER", None)).Couplings);
        Assert.Equal(1, (await Store.Couplings.CountAsync("CONTACT", None)).Couplings);
        Assert.Empty(await Store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Id(3)], None));
        Assert.Single(await Store.Pending.FindAsync("CONTACT", SyncDirection.ToSales, [Id(4)], None));
        Assert.Null(await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
        Assert.NotNull(await Store.Pending.WatermarkAsync("CONTACT", SyncDirection.ToSales, None));
    }

    [Fact]
    public async Task A_mapping_that_is_removed_and_saved_in_one_change_is_there()
    {
        await Store.CommitAsync(new StateChange { Mappings = [Mapping("CUSTOMER")], Now = Now }, None);

        await Store.CommitAsync(
            new StateChange { RemovedMappings = [new("CUSTOMER", true)], Mappings = [Mapping("CUSTOMER") with { BcTable = "others" }], Now = Now },
            None);

        Assert.Equal("others", Assert.Single(await Store.GetMappingsAsync(None)).BcTable);
    }

    [Fact]
    public async Task A_mapping_that_changed_since_it_was_read_is_read_as_it_is_now()
    {
        await Store.CommitAsync(new StateChange { Mappings = [Mapping("CUSTOMER"), Mapping("CONTACT")], Now = Now }, None);
        Assert.All(await Store.GetMappingsAsync(None), mapping => Assert.Equal(0, mapping.IntervalMinutes));

        await Store.CommitAsync(new StateChange { Mappings = [Mapping("CONTACT") with { IntervalMinutes = 5 }], Now = Now }, None);

        Assert.Equal(
            [("CONTACT", 5), ("CUSTOMER", 0)],
            (await Store.GetMappingsAsync(None)).Select(mapping => (mapping.Name, mapping.IntervalMinutes)).Order());
    }

    [Fact]
    public async Task Who_waits_for_a_record_of_a_removed_mapping_is_looked_at_again()
    {
        await SaveAsync(Pending(1, null) with { Parked = true, WaitsFor = [new("CURRENCY", SystemSide.BusinessCentral, "EUR")] });

        await Store.CommitAsync(new StateChange { RemovedMappings = [new("CURRENCY", false)], Now = Now }, None);

        Assert.Single(await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, 10), None));
    }

    private static TableMapping Mapping(string name) => new() { Name = name, BcTable = "customers", SalesTable = "account", Fields = [] };
}
